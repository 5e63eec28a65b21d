import type { Random } from '../company/random.ts';

const body = 'M40 320c0-52 30-82 84-88h72c54 6 84 36 84 88z';

/** Shoulders and what is worn on them. */
export function clothes(random: Random, colour: string, accent: string): string {
  const base = `<path d="${body}" fill="${colour}"/>`;
  const sleeves =
    '<path d="M84 320c0-18 3-34 8-46M236 320c0-18-3-34-8-46" fill="none" stroke="#000" stroke-opacity=".13" stroke-width="4" stroke-linecap="round"/>';
  const styles = [
    // A round neck.
    `<path d="M122 232q38 38 76 0l6 2q-44 52-88 0z" fill="#000" fill-opacity=".16"/>`,
    // A roll neck.
    `<path d="M126 218h68l6 30q-40 18-80 0z" fill="${colour}"/><path d="M120 248q40 18 80 0" fill="none" stroke="#000" stroke-opacity=".16" stroke-width="4"/>`,
    // A shirt with a collar.
    `<path d="M128 226l32 34-24 22-22-48zM192 226l-32 34 24 22 22-48z" fill="#fff" fill-opacity=".86"/><path d="M160 262v58" stroke="#000" stroke-opacity=".16" stroke-width="3"/><circle cx="160" cy="288" r="3" fill="#000" fill-opacity=".28"/>`,
    // A blazer over something light.
    `<path d="M126 230l34 90 34-90z" fill="${accent}"/><path d="M126 228l34 92h-30l-26-62 12-4-6-22zM194 228l-34 92h30l26-62-12-4 6-22z" fill="#000" fill-opacity=".18"/>`,
    // A V-neck.
    `<path d="M124 231l36 50 36-50 8 2-44 64-44-64z" fill="#000" fill-opacity=".18"/><path d="M128 230l32 44 32-44z" fill="${accent}"/>`,
    // Stripes.
    `<path d="M57 272q103 26 206 0M46 298q114 26 228 0" fill="none" stroke="#fff" stroke-opacity=".55" stroke-width="9"/><path d="M122 232q38 38 76 0l6 2q-44 52-88 0z" fill="#000" fill-opacity=".16"/>`,
    // An apron, as the workshop has it.
    `<path d="M112 320v-54h96v54z" fill="${accent}"/><path d="M114 268l8-36M206 268l-8-36" stroke="${accent}" stroke-width="9" stroke-linecap="round"/><path d="M140 296h40" stroke="#000" stroke-opacity=".16" stroke-width="4" stroke-linecap="round"/>`,
  ];
  return base + sleeves + random.pick(styles);
}
