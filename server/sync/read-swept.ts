import type { Entry } from '../directory/gateway.ts';
import type { SweptEntry } from '../directory/sweep.ts';
import { Problem } from '../problem.ts';
import type { DirectoryReport } from './directory-report.ts';

/** What an entry holds; undefined for one that cannot be read, which fails alone (S7). */
export function readSwept(swept: SweptEntry, report: DirectoryReport): Entry | undefined {
  try {
    return swept.read();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    report.failed({ dn: undefined, problem: error });
    return undefined;
  }
}
