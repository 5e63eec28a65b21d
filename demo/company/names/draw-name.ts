import type { Random } from '../random.ts';
import { latinOrigins } from './latin.ts';
import { nonLatinOrigins } from './non-latin.ts';
import type { Origin } from './origin.ts';
import { toASCII } from './to-ascii.ts';

export interface Name {
  readonly given: string;
  readonly family: string;
  readonly full: string;
  /** In ASCII, for user names and addresses. */
  readonly ascii: { readonly given: string; readonly family: string };
  /** The full name in Latin letters, where it has others. */
  readonly romanized?: string;
  readonly language: string;
  readonly look: Look;
}

export type Look = 'feminine' | 'masculine';

interface Part {
  readonly native: string;
  readonly romanized?: string;
}

interface Pool extends Record<Look | 'families', readonly Part[]> {
  readonly origin: Origin;
}

const pools: readonly Pool[] = [...latinOrigins, ...nonLatinOrigins].map((origin) => ({
  origin,
  feminine: parts(origin.feminine),
  masculine: parts(origin.masculine),
  families: parts(origin.families),
}));
const shares = pools.reduce((sum, { origin }) => sum + origin.share, 0);

export function drawName(random: Random): Name {
  const pool = poolAt(random.fraction() * shares);
  const look = random.chance(0.5) ? 'feminine' : 'masculine';
  return nameOf(random.pick(pool[look]), random.pick(pool.families), look, pool.origin);
}

function poolAt(position: number): Pool {
  let end = 0;
  const pool = pools.find(({ origin }) => {
    end += origin.share;
    return position < end;
  });
  return pool ?? (pools.at(-1) as Pool);
}

function nameOf(given: Part, family: Part, look: Look, { language, order }: Origin): Name {
  const asciiGiven = toASCII(given.romanized ?? given.native);
  const asciiFamily = toASCII(family.romanized ?? family.native);
  const full = order
    ? `${family.native}${order === 'familyFirst' ? ' ' : ''}${given.native}`
    : `${given.native} ${family.native}`;
  return {
    given: given.native,
    family: family.native,
    full,
    ascii: { given: asciiGiven, family: asciiFamily },
    ...(family.romanized && { romanized: `${asciiGiven} ${asciiFamily}` }),
    language,
    look,
  };
}

function parts(list: string): Part[] {
  return list.split(' ').map((part) => {
    const [native = '', romanized] = part.split('|');
    return romanized ? { native, romanized } : { native };
  });
}
