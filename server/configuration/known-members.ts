import * as z from 'zod/mini';
import { configuration } from '#shared/contract/configuration.ts';
import { type JSONPath, valueAt } from './configuration-fault.ts';

/** The part of JSON Schema that zod makes of the configuration and that matters here. */
interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly const?: unknown;
  readonly oneOf?: readonly Shape[];
  readonly anyOf?: readonly Shape[];
}

const configurationShape = z.toJSONSchema(configuration, { io: 'input' }) as Shape;

/** The names that members have at a path of the configuration file, by the type or kind that the document says there. */
export function knownMembers(path: JSONPath, document: unknown): string[] {
  const shapes = path.reduce<readonly Shape[]>(
    (at, part) => at.flatMap((shape) => step(shape, part)),
    [configurationShape],
  );
  const fitting = shapes
    .flatMap(alternatives)
    .filter(({ properties = {} }) =>
      Object.entries(properties).every(
        ([name, { const: only }]) => only === undefined || only === valueAt(document, [...path, name]),
      ),
    );
  return [...new Set(fitting.flatMap(({ properties = {} }) => Object.keys(properties)))];
}

/** Every member of the configuration file, as `fields[].source.attribute`. */
export function allMembers(shape: Shape = configurationShape, path = ''): string[] {
  const found = alternatives(shape).flatMap(({ properties = {}, items }) => [
    ...(items ? allMembers(items, `${path}[]`) : []),
    ...Object.entries(properties).flatMap(([name, member]) => {
      const own = path ? `${path}.${name}` : name;
      return [own, ...allMembers(member, own)];
    }),
  ]);
  return [...new Set(found)];
}

/** The known name that somebody who wrote this one may have meant. */
export function closestMember(name: string, known: readonly string[]): string | undefined {
  const most = Math.max(1, Math.floor(name.length / 3));
  // The others are too far by their length alone; a name may be as long as a request.
  const near = known.filter((each) => Math.abs(each.length - name.length) <= most);
  const distances = near.map((each) => ({ each, distance: distance(name.toLowerCase(), each.toLowerCase()) }));
  const [closest] = distances.toSorted((one, other) => one.distance - other.distance);
  return closest && closest.distance <= most ? closest.each : undefined;
}

function step(shape: Shape, part: string | number): Shape[] {
  return alternatives(shape).flatMap(({ properties, items }) => {
    const next = typeof part === 'number' ? items : properties?.[part];
    return next ? [next] : [];
  });
}

function alternatives(shape: Shape): Shape[] {
  const others = [...(shape.oneOf ?? []), ...(shape.anyOf ?? [])];
  return others.length > 0 ? others.flatMap(alternatives) : [shape];
}

/** How many letters to add, drop, replace or swap with their neighbour (Damerau and Levenshtein's, no letter twice). */
function distance(one: string, other: string): number {
  let [before, row] = [[] as number[], Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const swapped = isSwapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      next.push(Math.min(replaced, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    [before, row] = [row, next];
  }
  return row.at(-1) ?? 0;
}
