/** Calls again and again until it is stopped. */
export function every(milliseconds: number, work: () => void): { stop(): void } {
  const timer = setInterval(work, milliseconds);
  return { stop: () => clearInterval(timer) };
}
