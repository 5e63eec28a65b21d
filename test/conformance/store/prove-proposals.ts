import { describe, expect, test } from 'vitest';
import type { Decision, NewProposal } from '#server/store/proposals.ts';
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

export function proveProposals(bench: () => Bench): void {
  describe('W10 proposals', () => {
    test('a proposal is open until it is decided, once, and gone when it is removed', async () => {
      const { proposals } = bench().store;
      const { id, ...kept } = await proposals.put(aProposal());
      expect(kept).toEqual({
        ...aProposal(),
        ...{ state: 'open', decidedBy: null, decidedAt: null, word: null, fault: null },
      });
      expect(await proposals.open(10)).toEqual([{ id, ...kept }]);
      const decisions = await Promise.all([proposals.decide(id, declined), proposals.decide(id, declined)]);
      expect(decisions.toSorted()).toEqual([false, true]);
      expect(await proposals.byId(id)).toEqual({ id, ...kept, ...declined });
      expect(await proposals.open(10)).toEqual([]);
      await proposals.remove(id);
      expect(await proposals.ofPerson('jane')).toEqual([]);
    });

    test('who proposes for the same field again means the later one alone; others are not touched', async () => {
      const { proposals } = bench().store;
      const first = await proposals.put(aProposal());
      const others = [
        await proposals.put(aProposal({ field: 'phone' })),
        await proposals.put(aProposal({ actorId: 'max', actorRole: 'helpdesk' })),
      ];
      await proposals.put(aProposal({ personId: 'max', actorId: 'max' }));
      const again = await proposals.put(aProposal({ to: 'Boss' }));
      expect(again.id).toBeGreaterThan(first.id);
      expect(await proposals.ofPerson('jane')).toEqual([...others, again]);
      expect(await proposals.decide(first.id, declined)).toBe(false);
      expect((await proposals.open(2)).map(({ id }) => id)).toEqual(others.map(({ id }) => id));
    });
  });
}
