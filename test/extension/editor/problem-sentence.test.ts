import { expect, test } from 'vitest';
import { ResultError } from '#server/directory/connection-errors.ts';
import { hidden, isRefusal, refusalOf } from '#server/directory/result-codes.ts';
import { faultSentence, problemSentence } from '../../../extension/editor/problem-sentence.ts';
import { aField } from './profiles.ts';

/** Every way in which a directory can refuse a value (RFC 4511 4.1.9). */
const refusals = [
  hidden(),
  ...Array.from({ length: 123 }, (_, code) => new ResultError(code, '')).flatMap((error) =>
    isRefusal(error) ? [refusalOf(error)] : [],
  ),
];

test.each(refusals.map(({ fault }) => [fault.rule, fault] as const))(
  'W5, P8 the refusal %s is said in German too',
  (_, fault) => {
    const said = faultSentence(aField({ key: 'title' }), fault, 'de');
    expect(said).not.toBe(fault.detail);
    expect(said).toMatch(/\w \w/u);
  },
);

test.each([
  ['conflict', 'changedSince', 'inzwischen geändert'],
  ['forbidden', 'movedSince', 'inzwischen von anderswo'],
  ['forbidden', 'directoryOwned', 'kommt aus dem Verzeichnis'],
  ['forbidden', 'writingDisabled', 'abgeschaltet'],
  ['notFound', 'noSuchChange', 'nicht mehr bekannt'],
  ['refused', 'entryGone', 'keinen Eintrag mehr'],
  ['forbidden', 'notPermitted', 'dürfen Sie nicht bearbeiten'],
  ['forbidden', 'needsApproval', 'genehmigt'],
  ['notFound', 'unknownField', 'gehört nicht mehr'],
  ['invalid', 'required', 'nicht leer'],
  ['notFound', undefined, 'Diese Person gibt es nicht mehr'],
])('W8, P8 why a change cannot be undone is said in German, too: %s, %s', (kind, rule, words) => {
  const detail = 'Said by the server in English.';
  const problem = {
    type: `urn:nameplate:problem:${kind}`,
    title: kind,
    status: 409,
    detail,
    kind,
    ...(rule && { rule }),
  };
  expect(problemSentence(problem, 'de')).toContain(words);
});
