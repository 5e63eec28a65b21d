import { expect, test } from 'vitest';
import { localField } from '../../../extension/options/fields/field-draft.ts';
import { place, step } from '../../../extension/options/fields/reorder.ts';

const field = (key: string, section: string) => ({ ...localField(key, 'text'), section });
const fields = [field('a', 'one'), field('x', 'two'), field('b', 'one'), field('y', 'two')];
const order = (list: typeof fields) => list.map(({ key, section }) => `${key}:${section}`).join(' ');

test('F1 a step takes a field past its neighbour of the same section, wherever others stand between', () => {
  expect(order([...step(fields, 'b', -1)])).toBe('b:one a:one x:two y:two');
  expect(order([...step(fields, 'a', 1)])).toBe('x:two b:one a:one y:two');
});

test('F1 at the end of its section there is no step further', () => {
  expect(step(fields, 'a', -1)).toBe(fields);
  expect(step(fields, 'y', 1)).toBe(fields);
});

test('F1 a field that is dropped beside another one is in its section', () => {
  expect(order([...place(fields, 'a', 'y', 'before')])).toBe('x:two b:one a:two y:two');
  expect(order([...place(fields, 'a', 'y', 'after')])).toBe('x:two b:one y:two a:two');
  expect(place(fields, 'a', 'gone', 'after')).toBe(fields);
});
