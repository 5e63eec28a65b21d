import { describe, expect, test } from 'vitest';
import type { AttributeValue } from '#shared/fields/field-kind.ts';
import type { Bench } from './directory.test.ts';

const base64 = (...values: AttributeValue[]) => values.map((value) => Buffer.from(value as string).toString('base64'));
const picture = (seed: number) =>
  Uint8Array.from({ length: 3000 }, (_, index) => [0xff, 0xd8, 0xff][index] ?? (index * seed) % 256);

/** A person of one's own, and its attribute changed from what the person saw. */
export async function aSubject(
  { directory, gateway }: Bench,
  username: string,
  attribute: string,
  values: readonly AttributeValue[],
) {
  await directory.add({ username, ...(values.length > 0 && { attributes: { [attribute]: values } }) });
  const entry = await gateway.findByUsername(username, [attribute]);
  if (!entry) throw new Error(`${username} was not found`);
  const set = (from: readonly AttributeValue[], to: readonly AttributeValue[]) =>
    gateway.change(entry.id, [attribute], () => [{ attribute, remove: from, add: to }]);
  return { id: entry.id, entry, set, inDirectory: () => directory.values(username, attribute) };
}

export function describeChange(bench: Bench): void {
  describe('changing an entry', () => {
    test('what was written is read back, and nothing is sent when the plan is empty (W7)', async () => {
      const { directory, gateway } = bench;
      const attribute = directory.textAttribute;
      const subject = await aSubject(bench, 'change-1', attribute, ['Old']);
      const written = await subject.set(['Old'], ['New']);
      expect(written).toMatchObject({ entry: { attributes: { [attribute]: ['New'] } }, refused: new Map() });
      expect(await subject.inDirectory()).toEqual(base64('New'));
      const stamp = await directory.values('change-1', 'modifyTimestamp');
      const untouched = await gateway.change(subject.id, [attribute], () => []);
      expect(untouched?.entry.attributes).toEqual({ [attribute]: ['New'] });
      expect(await directory.values('change-1', 'modifyTimestamp')).toEqual(stamp);
    });

    test('clearing deletes the attribute (W3), and an absent one is set', async () => {
      const subject = await aSubject(bench, 'change-2', bench.directory.textAttribute, ['Old']);
      expect((await subject.set(['Old'], []))?.entry.attributes).toEqual({});
      expect(await subject.inDirectory()).toEqual([]);
      expect((await subject.set([], ['Again']))?.refused.size).toBe(0);
      expect(await subject.inDirectory()).toEqual(base64('Again'));
    });

    test('umlauts, emoji, NFD, a byte order mark and a line end travel byte for byte (L9)', async () => {
      const attribute = bench.directory.textAttribute;
      const subject = await aSubject(bench, 'change-3', attribute, []);
      let last: string[] = [];
      for (const value of [
        'Größe',
        'Gro\u0308ße',
        '👩‍🔧 ok',
        '\ufeffmarked',
        'two\r\nlines',
        '  blanks  within  ',
        '山田',
      ]) {
        const written = await subject.set(last, [value]);
        expect([...(written?.refused.keys() ?? [])]).toEqual([]);
        expect(written?.entry.attributes[attribute]).toEqual([value]);
        expect(await subject.inDirectory()).toEqual(base64(value));
        last = [value];
      }
    });

    test('a change of case alone is written', async () => {
      const subject = await aSubject(bench, 'change-4', bench.directory.textAttribute, ['chief']);
      await subject.set(['chief'], ['Chief']);
      expect(await subject.inDirectory()).toEqual(base64('Chief'));
    });

    test('of several values one is swapped, the others stay', async () => {
      const subject = await aSubject(bench, 'change-5', bench.directory.multiValuedAttribute, ['+1 1', '+2 2', '+3 3']);
      await subject.set(['+2 2'], ['+4 4']);
      expect((await subject.inDirectory()).sort()).toEqual(base64('+1 1', '+3 3', '+4 4').sort());
    });

    test('a picture is set, swapped and removed; it comes as the bytes it is (L8)', async () => {
      const attribute = bench.directory.pictureAttribute;
      const subject = await aSubject(bench, 'change-6', attribute, []);
      const [first, second] = [picture(7), picture(11)];
      expect((await subject.set([], [first]))?.entry.attributes[attribute]).toEqual([first]);
      expect((await subject.set([first], [second]))?.entry.attributes[attribute]).toEqual([second]);
      expect(await subject.inDirectory()).toEqual(base64(second));
      expect((await subject.set([second], []))?.entry.attributes).toEqual({});
      expect(await subject.inDirectory()).toEqual([]);
    });

    test('an entry that is not there is undefined, and nothing is planned', async () => {
      const written = await bench.gateway.change('00000000-0000-0000-0000-000000000001', ['cn'], () => {
        throw new Error('planned for nobody');
      });
      expect(written).toBeUndefined();
    });

    test('each refusal has its own reason, and takes no other change with it (W5)', async () => {
      const { directory, gateway } = bench;
      const attribute = directory.textAttribute;
      const subject = await aSubject(bench, 'change-7', attribute, ['Old']);
      const attributes = [attribute, ...directory.refused.map((refused) => refused.attribute)];
      const written = await gateway.change(subject.id, attributes, () => [
        { attribute, remove: ['Old'], add: ['New'] },
        ...directory.refused.map((refused) => ({ attribute: refused.attribute, remove: [], add: [refused.value] })),
      ]);
      expect(await subject.inDirectory()).toEqual(base64('New'));
      const rules = [...(written?.refused ?? [])].map(([name, { kind, options }]) => [name, kind, options.rule]);
      expect(rules).toEqual(directory.refused.map((refused) => [refused.attribute, 'refused', refused.rule]));
    });

    test('one refused change alone has its reason too, as has half a character (L9)', async () => {
      const { directory, gateway } = bench;
      const [refused] = directory.refused;
      const subject = await aSubject(bench, 'change-8', directory.textAttribute, []);
      const attribute = refused?.attribute ?? '';
      const written = await gateway.change(subject.id, [attribute], () => [
        { attribute, remove: [], add: [refused?.value ?? ''] },
      ]);
      expect(written?.refused.get(attribute)).toMatchObject({ kind: 'refused', options: { rule: refused?.rule } });
      const broken = await subject.set([], ['half \ud83d']);
      expect([...(broken?.refused.values() ?? [])]).toMatchObject([{ options: { rule: 'wrongSyntax' } }]);
      expect(await subject.inDirectory()).toEqual([]);
    });

    test('the value that names the entry cannot be changed', async () => {
      const { directory, gateway } = bench;
      await directory.add({ username: 'change-9', cn: 'Named So' });
      const entry = await gateway.findByUsername('change-9', ['cn']);
      const written = await gateway.change(entry?.id ?? '', ['cn'], () => [
        { attribute: 'cn', remove: ['Named So'], add: ['Other'] },
      ]);
      expect(written?.refused.get('cn')).toMatchObject({ kind: 'refused', options: { rule: 'namingAttribute' } });
    });
  });
}
