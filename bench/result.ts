/** One line of the table: what was measured, and what it may cost at most. */
export interface Result {
  readonly name: string;
  readonly value: number;
  readonly unit: 'x' | 'ms' | 'KiB' | 'MiB' | 'CLS';
  /** Undefined where there is none. */
  readonly limit?: number;
  /** How the value came about. */
  readonly detail: string;
}

export const isWithin = ({ value, limit }: Result): boolean => limit === undefined || value <= limit;

export function formatTable(results: readonly Result[]): string {
  const rows = results.map((result) => [
    result.name,
    `${result.value.toFixed(2)} ${result.unit}`,
    ...(result.limit === undefined ? ['', ''] : [`${result.limit} ${result.unit}`, isWithin(result) ? 'yes' : 'NO']),
    result.detail,
  ]);
  const table = [['what', 'measured', 'at most', 'within', 'how'], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [lines[0], widths.map((width) => '-'.repeat(width)).join('  '), ...lines.slice(1)].join('\n');
}
