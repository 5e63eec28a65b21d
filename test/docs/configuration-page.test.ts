import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { variables } from '#server/config.ts';
import { configuration } from '#shared/contract/configuration.ts';
import { languages } from '#shared/fields/localized.ts';

const page = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8');

interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly oneOf?: readonly Shape[];
  readonly default?: unknown;
}

type Member = readonly [path: string, cell: string | undefined];

/** Every member of the file by its path, with the cell that has to stand in the column of defaults. */
function membersOf({ properties = {}, items, required = [], oneOf = [] }: Shape, path = ''): Member[] {
  return [
    ...oneOf.flatMap((shape) => membersOf(shape, path)),
    ...(items ? membersOf(items, `${path}[]`) : []),
    ...Object.entries(properties).flatMap(([name, member]): readonly Member[] => {
      const own = path ? `${path}.${name}` : name;
      const isOptional = !required.includes(name) && member.default === undefined;
      if (hasMembers(member)) {
        const inside = membersOf(member, own);
        return isOptional ? inside.map(([at, cell]) => [at, cell === 'required' ? 'none' : cell]) : inside;
      }
      const byDefault = isOptional ? undefined : `\`${JSON.stringify(member.default)}\``;
      return [[own, required.includes(name) ? 'required' : byDefault]];
    }),
  ];
}

/** A text in languages counts as one member. */
const hasMembers = (shape: Shape): boolean =>
  !isText(shape) &&
  (shape.properties !== undefined || shape.oneOf !== undefined || (!!shape.items && hasMembers(shape.items)));
const isText = ({ properties = {} }: Shape) => languages.every((language) => language in properties);

/** The rows of the page's tables: what the first column names, below the heading's path, with the second column. */
function rowsOf(text: string): [string, string][] {
  let heading = '';
  return text.split('\n').flatMap((line): [string, string][] => {
    heading =
      /^#+ (?:`(.+)`)?/
        .exec(line)
        ?.slice(1)
        .map((path) => (path ? `${path}.` : ''))[0] ?? heading;
    const [, name, cell = ''] = /^\| `([^`]+)` *\| (.*?) *\|/.exec(line) ?? [];
    return name ? [[heading + name, cell]] : [];
  });
}

const rows = new Map(rowsOf(page));
const members = new Map(membersOf(z.toJSONSchema(configuration, { io: 'input' }) as Shape));
const unlessSourceKind = ([path]: readonly [string, unknown]) => path !== 'fields[].source.kind';

test('every key of the configuration file and every variable has its row, and there is no other', () => {
  expect([...rows.keys()].toSorted()).toEqual([...members.keys(), ...Object.keys(variables)].toSorted());
});

test.each([...members].filter(unlessSourceKind))(
  'the page says the default of %s as the schema has it',
  (path, cell) => {
    if (cell === undefined) expect(rows.get(path)).not.toMatch(/^`|^required$/);
    else expect(rows.get(path)).toBe(cell);
  },
);

test.each(Object.entries(variables))('the page says the default of %s', (variable, { byDefault }) => {
  expect(rows.get(variable)).toBe(byDefault ? `\`${byDefault}\`` : 'none');
});

test('the example of the page is a configuration', () => {
  const [, example = ''] = /```json\n([\s\S]+?)```/.exec(page) ?? [];
  expect(configuration.safeParse(JSON.parse(example)).error).toBeUndefined();
});
