import { describe, expect, test } from 'vitest';
import type { Decision, NewProposal, Proposal } from '#server/store/proposals.ts';
import type { Store } from '#server/store/store.ts';
import { after, noon } from './an-edit.ts';
import type { Bench } from './store.test.ts';

export function aProposal(proposal: Partial<NewProposal> = {}): NewProposal {
  return {
    personId: 'jane',
    field: 'title',
    from: null,
    to: { sha256: 'a'.repeat(64) },
    seen: 'digest',
    actorId: 'jane',
    actorRole: 'employee',
    reason: null,
    madeAt: noon,
    ...proposal,
  };
}

const declined: Decision = {
  state: 'declined',
  decidedBy: 'erika',
  decidedAt: after(60),
  word: 'No such title',
  fault: { rule: 'x', detail: 'y' },
};

/** Of somebody who proposes one thing. */
async function put({ proposals }: Pick<Store, 'proposals'>, proposal: Partial<NewProposal> = {}): Promise<Proposal> {
  const [kept] = await proposals.put([aProposal(proposal)]);
  if (!kept) throw new Error('nothing was kept');
  return kept;
}

export function proveProposals(bench: () => Bench): void {
  describe('W10 proposals', () => {
    test('a proposal is open until it is decided, once, and gone when it is removed', async () => {
      const { proposals } = bench().store;
      const { id, ...kept } = await put(bench().store);
      expect(kept).toEqual({
        ...aProposal(),
        ...{ state: 'open', decidedBy: null, decidedAt: null, word: null, fault: null },
      });
      expect(await proposals.open()).toEqual([{ id, ...kept }]);
      const decisions = await Promise.all([proposals.decide(id, declined), proposals.decide(id, declined)]);
      expect(decisions.toSorted()).toEqual([false, true]);
      expect(await proposals.byId(id)).toEqual({ id, ...kept, ...declined });
      expect(await proposals.open()).toEqual([]);
      await proposals.remove(id);
      expect(await proposals.ofPerson('jane')).toEqual([]);
    });

    test('several are kept all or none', async () => {
      const { proposals } = bench().store;
      const broken = { ...aProposal({ field: 'phone' }), field: null as never };
      await expect(proposals.put([aProposal(), broken])).rejects.toThrow();
      expect(await proposals.ofPerson('jane')).toEqual([]);
      expect(await proposals.put([aProposal(), aProposal({ field: 'phone' })])).toHaveLength(2);
    });

    test('who proposes for the same field again means the later one alone; others are not touched', async () => {
      const { proposals } = bench().store;
      const first = await put(bench().store);
      const others = [
        await put(bench().store, { field: 'phone' }),
        await put(bench().store, { actorId: 'max', actorRole: 'helpdesk' }),
      ];
      const ofMax = await put(bench().store, { personId: 'max', actorId: 'max' });
      const again = await put(bench().store, { to: 'Boss' });
      expect(again.id).toBeGreaterThan(first.id);
      expect(await proposals.ofPerson('jane')).toEqual([...others, again]);
      expect(await proposals.decide(first.id, declined)).toBe(false);
      expect((await proposals.open()).map(({ id }) => id)).toEqual([...others, ofMax, again].map(({ id }) => id));
    });
  });
}
