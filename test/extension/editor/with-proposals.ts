import type { jürgen } from './profiles.ts';

/** W10: every field needs approval, and stands somewhere else on the way. */
export function withProposals(profile: ReturnType<typeof jürgen>): ReturnType<typeof jürgen> {
  const [jane, erika] = ['Jürgen Groß', 'Erika Mustermann'].map((displayName, at) => ({ id: `p${at}`, displayName }));
  if (!jane || !erika) throw new Error('two names');
  const since = '2026-05-23T13:30:00.000Z';
  const open = { id: '7', state: 'open', since, by: jane, isOwn: true } as const;
  const said = { ...open, decidedBy: erika };
  const proposals = [
    { ...open, value: 'Chief bridge engineer' },
    { ...open, value: 'x'.repeat(60), by: erika, isOwn: false },
    { ...said, state: 'approved', value: 'x', word: 'Congratulations' },
    { ...said, state: 'declined', value: 'Queen', word: 'There is no such title here.' },
    { ...said, state: 'overtaken', value: null },
    { ...said, state: 'refused', value: 'x', problem: { rule: 'tooLong', detail: 'x' } },
  ] as const;
  return {
    ...profile,
    fields: profile.fields.map((field, at) => {
      const proposal = proposals[at];
      return { ...field, needsApproval: true, ...(proposal && { proposal }) };
    }),
  };
}
