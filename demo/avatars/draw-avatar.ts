import type { Look } from '../company/names/draw-name.ts';
import type { Random } from '../company/random.ts';
import { clothes } from './clothes.ts';
import { beard, brows, eyes, glasses, mouth, nose } from './face.ts';
import { feminineHair, headscarf, masculineHair } from './hair.ts';
import { backdrops, cloths, greyHair, hairColours, skins } from './palette.ts';

/** A flat portrait of somebody who does not exist, as an SVG of 320 by 320. */
export function drawAvatar(random: Random, look: Look): string {
  const skin = random.pick(skins);
  const dark = skins.indexOf(skin) > 2;
  const [backdrop, light] = random.pick(backdrops);
  const hairColour = random.chance(0.17)
    ? random.pick(greyHair)
    : random.pick(dark ? hairColours.slice(0, 4) : hairColours);
  const scarf = look === 'feminine' && random.chance(0.05);
  const hair = scarf ? headscarf : random.pick(look === 'feminine' ? feminineHair : masculineHair);
  const topColour = scarf ? random.pick(cloths) : hairColour;
  const cloth = random.pick(cloths.filter((colour) => colour !== topColour));
  const accent = random.pick(['#f6efe3', '#e9eef4', '#f3dfd3', '#dde8df']);
  const jaw = random.between(50, 56);

  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 320" width="320" height="320">',
    `<rect width="320" height="320" fill="${backdrop}"/>`,
    `<circle cx="${random.between(120, 200)}" cy="${random.between(130, 180)}" r="${random.between(112, 138)}" fill="${light}"/>`,
    `<g fill="${topColour}">${hair.back}</g>`,
    clothes(random, cloth, accent),
    `<path d="M134 190h52v40q-26 34-52 0z" fill="${skin.shade}"/>`,
    scarf ? '' : ears(skin.base, skin.shade),
    `<path d="M104 136c0-44 22-66 56-66s56 22 56 66c0 ${jaw - 14} -22 ${jaw + 22} -56 ${jaw + 22}s-56 -36 -56 -${jaw + 22}z" fill="${skin.base}"/>`,
    `<g fill="${skin.blush}" opacity=".35"><circle cx="124" cy="170" r="11"/><circle cx="196" cy="170" r="11"/></g>`,
    look === 'masculine' && random.chance(0.38) ? beard(random, hairColour) : '',
    eyes(random),
    brows(random, scarf ? '#3d2b24' : hairColour),
    nose(random, skin.shade),
    mouth(random),
    `<g fill="${topColour}">${hair.front}</g>`,
    random.chance(0.3) ? glasses(random) : '',
    look === 'feminine' && !scarf && random.chance(0.35)
      ? '<g fill="#d9a441"><circle cx="102" cy="170" r="4.5"/><circle cx="218" cy="170" r="4.5"/></g>'
      : '',
    '</svg>',
  ].join('');
}

function ears(colour: string, shade: string): string {
  return [103, 217]
    .map(
      (x) =>
        `<ellipse cx="${x}" cy="150" rx="10" ry="14" fill="${colour}"/><path d="M${x} 144q${x < 160 ? -5 : 5} 6 0 12" fill="none" stroke="${shade}" stroke-width="3" stroke-linecap="round"/>`,
    )
    .join('');
}
