import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { examples } from '#shared/fields/examples.ts';
import type { BrokenRule, FieldContext, FieldExamples, FieldKind, Parsed } from '#shared/fields/field-kind.ts';
import { type FieldType, kinds } from '#shared/fields/kinds.ts';
import { languages } from '#shared/fields/localized.ts';
import { settingsSchemas, takesSettings } from '#shared/fields/settings.ts';

const types = Object.keys(kinds) as FieldType[];
const nothingSpecial: FieldContext = { settings: {}, defaultCountry: undefined };

/** All that a person, a program or an attacker could send as JSON, and texts near to what is meant. */
const anyInput = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.stringMatching(/^[+\d ()/.-]{1,24}( ?(x|ext\.) ?\d{1,5})?$/),
  fc.constantFrom('__proto__', 'constructor', '\ud800', '\u0000', ' ', '', '\r\n'),
);

describe.each(types)('the field type %s', (type) => {
  const kind = kinds[type] as unknown as FieldKind<unknown, unknown>;
  const { context, accepted, refused, found, faultySettings } = examples[type] as FieldExamples<unknown, unknown>;
  const contexts = [context, ...refused.flatMap((each) => each.context ?? [])];
  const anyContext = fc.constantFrom(...contexts);
  const isRefused = (parsed: Parsed<unknown>): parsed is BrokenRule => !('value' in parsed);

  test.each(accepted)('accepts $input, and writes it as it will be shown', ({ input, value, written }) => {
    expect(kind.parse(input, context)).toEqual({ value });
    expect(kind.codec.encode(value, context)).toEqual(written);
    expect(kind.codec.decode(written, context)).toEqual(value);
  });

  test.each(refused)('X1: refuses $input by the rule $rule', ({ input, rule, context: own = context }) => {
    expect(kind.parse(input, own)).toMatchObject({ rule });
  });

  test.each(found)('shows what others left: $values', ({ values, value }) => {
    expect(kind.codec.decode(values, context)).toEqual(value);
  });

  test('F1: takes its own settings and no faulty ones', () => {
    expect(takesSettings(type, context.settings)).toBe(true);
    expect(faultySettings.filter((settings) => takesSettings(type, settings))).toEqual([]);
  });

  test('W3: a cleared field writes no value, and no value shows none', () => {
    expect(kind.codec.encode(undefined, context)).toEqual([]);
    expect(kind.codec.decode([], context)).toBeUndefined();
  });

  test('no input crashes it, and every refusal has a sentence in both languages', () => {
    const rules = new Set(refused.map(({ rule }) => rule));
    fc.assert(
      fc.property(anyInput, anyContext, (input, own) => {
        const parsed = kind.parse(input, own);
        if (!isRefused(parsed)) return;
        rules.add(parsed.rule);
        for (const language of languages) {
          const sentence = kind.sentences[language][parsed.rule]?.(parsed.params ?? {});
          expect(sentence).toMatch(/^\S.*[.!?]$/u);
          expect(sentence).not.toContain('undefined');
        }
      }),
    );
    for (const language of languages)
      expect(Object.keys(kind.sentences[language])).toEqual(expect.arrayContaining([...rules]));
  });

  test('both languages have a sentence for the same rules', () => {
    expect(Object.keys(kind.sentences.de).sort()).toEqual(Object.keys(kind.sentences.en).sort());
  });

  test('an accepted value is accepted again as itself, and survives the way to the directory and back', () => {
    const inputs = fc.oneof(anyInput, fc.constantFrom(...accepted.map(({ input }) => input)));
    fc.assert(
      fc.property(inputs, anyContext, (input, own) => {
        const parsed = kind.parse(input, own);
        if (isRefused(parsed)) return;
        expect(kind.parse(parsed.value, own)).toEqual(parsed);
        const written = kind.codec.encode(parsed.value, own);
        if (kind.isMultiple) expect(written.length).toBeGreaterThan(0);
        else expect(written).toHaveLength(1);
        expect(kind.codec.decode(written, own)).toEqual(parsed.value);
      }),
    );
  });

  test('what a directory holds is shown whatever it is, and written back unchanged once it is shown', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 3 }), (values) => {
        const shown = kind.codec.decode(values, context);
        expect(shown).toBeDefined();
        const written = kind.codec.encode(shown, context);
        expect(kind.codec.decode(written, context)).toEqual(shown);
      }),
    );
  });

  test('what it shows and keeps is JSON', () => {
    for (const { value } of accepted) expect(JSON.parse(JSON.stringify(value))).toEqual(value);
  });
});

test('the registries know the same types', () => {
  expect(Object.keys(examples)).toEqual(types);
  expect(Object.keys(settingsSchemas)).toEqual(types);
});

test('F9: a phone number of no country at all is refused with the way out', () => {
  expect(kinds.phone.parse('0611 7654321', nothingSpecial as never)).toEqual({ rule: 'phoneWithoutCountry' });
});
