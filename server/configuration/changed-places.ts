import { isDeepStrictEqual } from 'node:util';
import type { Configuration } from '#shared/contract/configuration.ts';

type Keyed = readonly { readonly key: string }[];

/** Where two configurations differ: `directories.hq`, `fields` for their order, `settings.writeEnabled`, `roles.admin`. */
export function changedPlaces(before: Configuration, after: Configuration): string[] {
  return (Object.keys(after) as (keyof Configuration)[]).flatMap((name) => {
    const [was, is] = [before[name], after[name]];
    return Array.isArray(was) && Array.isArray(is) ? inList(name, was, is) : inObject(name, was, is);
  });
}

function inList(name: string, before: Keyed, after: Keyed): string[] {
  const [was, is] = [before, after].map((items) => new Map(items.map((item) => [item.key, item])));
  const changed = inObject(name, Object.fromEntries(was ?? []), Object.fromEntries(is ?? []));
  const stayed = (items: Keyed, others: Keyed) =>
    items.map(({ key }) => key).filter((key) => others.some((other) => other.key === key));
  return isDeepStrictEqual(stayed(before, after), stayed(after, before)) ? changed : [name, ...changed];
}

function inObject(name: string, before: object, after: object): string[] {
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((key) => !isDeepStrictEqual(was.get(key), is.get(key)))
    .map((key) => `${name}.${key}`);
}
