import type { AdminChange } from '#shared/contract/history.ts';

const columns = [
  'at',
  'person',
  'personId',
  'field',
  'from',
  'to',
  'source',
  'actor',
  'actorId',
  'reason',
  'id',
  'undoes',
  'approvedBy',
  'approvedById',
];

/** Begins what a spreadsheet takes for a formula, blanks before it included (OWASP, CSV injection). */
const formula = /^\s*[=+\-@\t\r]/u;

/** RFC 4180, in UTF-8 with the mark by which spreadsheets know it; no cell is a formula. */
export function writeCSV(changes: readonly AdminChange[]): string {
  const rows = changes.map(({ at, person, field, from, to, source, actor, reason, id, undoes, approvedBy }) => [
    at,
    person?.displayName,
    person?.id,
    field,
    textOf(from),
    textOf(to),
    source,
    actor?.displayName,
    actor?.id,
    reason,
    id,
    undoes,
    approvedBy?.displayName,
    approvedBy?.id,
  ]);
  return `\ufeff${[columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function cell(value: string | undefined = ''): string {
  // A quote before it is what spreadsheets show as text, and take away.
  const harmless = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(harmless) || harmless !== value ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
