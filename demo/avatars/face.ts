import type { Random } from '../company/random.ts';

const ink = '#33251f';

export function eyes(random: Random): string {
  const spread = random.between(22, 27);
  const y = 146;
  const shapes = [
    (x: number) =>
      `<ellipse cx="${x}" cy="${y}" rx="5.8" ry="7" fill="${ink}"/><circle cx="${x + 1.8}" cy="${y - 2.2}" r="1.7" fill="#fff"/>`,
    (x: number) =>
      `<ellipse cx="${x}" cy="${y}" rx="6.6" ry="6.2" fill="${ink}"/><circle cx="${x + 2}" cy="${y - 2}" r="1.7" fill="#fff"/>`,
    (x: number) =>
      `<path d="M${x - 8} ${y + 2}q8-10 16 0" fill="none" stroke="${ink}" stroke-width="4" stroke-linecap="round"/>`,
  ];
  const shape = random.chance(0.12) ? shapes[2] : random.pick(shapes.slice(0, 2));
  return shape ? shape(160 - spread) + shape(160 + spread) : '';
}

export function brows(random: Random, colour: string): string {
  const arch = random.between(3, 9);
  const width = random.between(3, 6);
  const y = random.between(124, 129);
  return `<path d="M125 ${y + 2}q11-${arch} 22 0M173 ${y + 2}q11-${arch} 22 0" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round"/>`;
}

export function nose(random: Random, colour: string): string {
  const paths = ['M156 148q-6 20 4 20t8-3', 'M153 166q7 7 14 0', 'M161 146q8 16 4 20t-12 1'];
  return `<path d="${random.pick(paths)}" fill="none" stroke="${colour}" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/>`;
}

export function mouth(random: Random): string {
  const line = (d: string) => `<path d="${d}" fill="none" stroke="#8e3b34" stroke-width="4.4" stroke-linecap="round"/>`;
  return random.pick([
    line('M144 182q16 13 32 0'),
    line('M147 184q13 9 26 0'),
    line('M146 183q16 12 29-3'),
    '<path d="M142 180h36q-3 19-18 19t-18-19z" fill="#8e3b34"/><path d="M146 180h28l-1.5 6h-25z" fill="#fff"/>',
    '<path d="M144 181q16 6 32 0-3 16-16 16t-16-16z" fill="#fff" stroke="#8e3b34" stroke-width="3" stroke-linejoin="round"/>',
  ]);
}

export function glasses(random: Random): string {
  const colour = random.pick(['#2c3440', '#6b3f2a', '#9a7b35', '#35507e']);
  const frame = random.pick([
    '<circle cx="135" cy="147" r="17"/><circle cx="185" cy="147" r="17"/>',
    '<rect x="116" y="133" width="38" height="28" rx="9"/><rect x="166" y="133" width="38" height="28" rx="9"/>',
  ]);
  return `<g fill="#fff" fill-opacity=".18" stroke="${colour}" stroke-width="4">${frame}<path d="M153 145q7-5 14 0M117 143l-12-3M203 143l12-3" fill="none"/></g>`;
}

export function beard(random: Random, colour: string): string {
  return random.pick([
    // All around, with the mouth left free.
    `<path d="M105 150c2 38 22 62 55 62s53-24 55-62c-6 8-8 14-14 18-12-4-26-4-41 2-15-6-29-6-41-2-6-4-8-10-14-18zm37 34c8-5 28-5 36 0 0 10-8 15-18 15s-18-5-18-15z" fill="${colour}" fill-rule="evenodd"/>`,
    `<path d="M132 178c8-12 20-10 28-6 8-4 20-6 28 6-10 4-20 2-28-2-8 4-18 6-28 2z" fill="${colour}"/>`,
    `<path d="M110 168c6 28 24 44 50 44s44-16 50-44c-6 20-20 30-50 30s-44-10-50-30z" fill="${colour}" opacity=".75"/>`,
  ]);
}
