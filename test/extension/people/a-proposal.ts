import type { OpenProposal } from '#shared/contract/proposals.ts';

/** An edit that waits for approval. */
export const aProposal = (id: string, proposal: Partial<OpenProposal> = {}): OpenProposal => ({
  id,
  person: { id: 'p0', username: 'juergen', displayName: 'Jürgen Groß' },
  field: { key: 'title', type: 'text', label: 'Title', settings: {} },
  from: 'Clerk of the second class',
  to: 'Clerk of the first class',
  by: { id: 'p0', displayName: 'Jürgen Groß' },
  since: '2026-01-01T12:00:00.000Z',
  ...proposal,
});
