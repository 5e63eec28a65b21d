import type { Fault } from '#shared/contract/problem.ts';
import { usePage, useTexts } from '../context.ts';
import { findingOf } from './step-words.ts';

/** What was wrong with a directory or an entry: in the person's language where the rule has words of ours, else as the server says it. */
export function Trouble({ problem }: { readonly problem: Fault }) {
  const { language } = usePage();
  const found = findingOf(problem, useTexts('findings'));
  if (found) return <span lang={language}>{`${found.cause} ${found.fix}`}</span>;
  return <span lang="en">{problem.detail}</span>;
}
