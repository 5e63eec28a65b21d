const [firstPause, longestPause] = [1000, 60_000];

/** How many milliseconds until an edit is tried again that was tried so often in vain: ever longer, and never all at once. */
export function pauseAfter(attempts: number, random: () => number): number {
  return Math.min(longestPause, firstPause * 2 ** attempts) * (0.5 + random() / 2);
}
