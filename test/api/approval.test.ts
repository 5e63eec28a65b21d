import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { verifyHistory } from '#server/history/verify-history.ts';
import { hashPassword } from '#server/identity/passwords.ts';
import { Problem } from '#server/problem.ts';
import type { History } from '#shared/contract/history.ts';
import type { OwnEdits } from '#shared/contract/outbox.ts';
import type { Profile, Saved } from '#shared/contract/profile.ts';
import type { Decided, OpenProposals } from '#shared/contract/proposals.ts';
import { aPicture } from '#test/pictures/draw-picture.ts';
import { activeDirectoryCompany, type Company, openLDAPCompany } from './company.ts';
import { type API, fieldOf, startAPI } from './start-api.ts';

const writeBack = (attribute: string) => ({ kind: 'directory', attribute, edit: 'writeBack' });

/** Somebody who is signed in, and what they do here. */
async function startWork(api: API, username: string, password: string) {
  const token = await api.signIn(username, password);
  const { id } = (await api.show(token, false)).person;
  const call = <Body>(method: string, path: string, body?: unknown) =>
    api.call<Body>(method, path, { token, ...(body !== undefined && { body }) });
  const save = async (path: string, changes: Readonly<Record<string, unknown>>, members: object = {}) => {
    const { body: shown } = await call<Profile>('GET', `${path}?refresh=1`);
    const all = Object.entries(changes).map(([key, to]) => [key, { from: fieldOf(shown, key).value, to }]);
    const answer = await call<Saved>('PATCH', path, {
      ...{ changes: Object.fromEntries(all), revision: shown.revision },
      ...members,
    });
    return answer.body.outcomes;
  };
  return {
    ...{ id, username, token, call },
    save: (changes: Readonly<Record<string, unknown>>) => save('/api/me/profile', changes),
    saveFor: (personId: string, changes: Readonly<Record<string, unknown>>) =>
      save(`/api/people/${personId}/profile`, changes, { reason: 'asked by phone' }),
    field: async (key: string) => fieldOf(await api.show(token), key),
    proposal: async (key: string) => fieldOf(await api.show(token), key).proposal,
    toDecide: async () => (await call<OpenProposals>('GET', '/api/proposals')).body.proposals,
    counts: async () => (await call<OwnEdits>('GET', '/api/me/outbox')).body,
    decide: (proposal: { id: string } | undefined, decision: string, word?: string) =>
      call<Decided & { rule?: string }>('POST', `/api/proposals/${proposal?.id}/decision`, {
        decision,
        ...(word && { word }),
      }),
    withdraw: async (proposal: { id: string } | undefined) =>
      (await call('DELETE', `/api/proposals/${proposal?.id}`)).status,
  };
}
type Somebody = Awaited<ReturnType<typeof startWork>>;

describe.each([
  ['OpenLDAP', openLDAPCompany, 'jpegPhoto'],
  ['Active Directory', activeDirectoryCompany, 'thumbnailPhoto'],
] as const)('W10 fields that need approval, in %s', (_, startCompany, pictureAttribute) => {
  let company: Company;
  let api: API;
  let desk: Somebody;
  let boss: Somebody;
  let jane: Somebody;
  const titles = () => company.values(jane.username, 'title');

  beforeAll(async () => {
    company = await startCompany();
    const source = writeBack(pictureAttribute);
    api = await startAPI({
      companies: { hq: company },
      fields: [
        { key: 'title', type: 'text', source: writeBack('title'), approvedBy: ['helpdesk', 'manager'] },
        { key: 'about', type: 'multiline', source: writeBack('description') },
        { key: 'phone', type: 'phone', source: writeBack('telephoneNumber'), approvedBy: ['manager'] },
        { key: 'photo', type: 'picture', source, visibleTo: ['self'], approvedBy: ['manager'] },
        { key: 'nickname', type: 'text', source: { kind: 'local' }, approvedBy: ['helpdesk'] },
        { key: 'manager', type: 'person', source: { kind: 'directory', attribute: 'manager' } },
      ],
    });
    await api.addLocalAdmin('root', 'fake-password-of-root');
    desk = await startWork(api, 'root', 'fake-password-of-root');
    boss = await startWork(api, await company.add(), company.password);
  });
  beforeEach(async () => {
    const manager = await company.dnOf(boss.username);
    jane = await startWork(api, await company.add({ title: 'Baker', manager }), company.password);
  });
  afterAll(async () => {
    await api?.stop();
    await company?.stop();
  });

  test('an edit waits, is approved, written over what was seen, and the history says who asked and who approved', async () => {
    expect(await jane.field('title')).toMatchObject({ needsApproval: true, editable: true });
    const outcomes = await jane.save({ title: 'Chef', about: 'direct' });
    expect(outcomes).toMatchObject({ title: { status: 'proposed', value: 'Baker' }, about: { status: 'saved' } });
    expect(await titles()).toEqual(['Baker']);
    expect(await jane.field('title')).toMatchObject({
      value: 'Baker',
      proposal: { state: 'open', value: 'Chef', isOwn: true, by: { id: jane.id } },
    });

    const [proposal] = await desk.toDecide();
    expect(proposal).toMatchObject({
      person: { id: jane.id, username: jane.username },
      field: { key: 'title', type: 'text', label: 'title' },
      ...{ from: 'Baker', to: 'Chef', by: { id: jane.id } },
    });
    expect(proposal).not.toHaveProperty('current');
    expect(await desk.counts()).toMatchObject({ toDecide: 1 });
    expect((await desk.decide(proposal, 'approve', 'Congratulations')).body).toEqual({ state: 'approved' });
    expect(await titles()).toEqual(['Chef']);
    expect(await desk.toDecide()).toEqual([]);

    const told = await jane.proposal('title');
    expect(told).toMatchObject({ state: 'approved', word: 'Congratulations', decidedBy: { id: desk.id } });
    expect(await jane.withdraw(told)).toBe(204);
    expect(await jane.proposal('title')).toBeUndefined();
    const { body } = await jane.call<History>('GET', `/api/people/${jane.id}/history?field=title`);
    expect(body.changes).toMatchObject([
      {
        from: 'Baker',
        to: 'Chef',
        source: 'self',
        actor: { id: jane.id },
        approvedBy: { id: desk.id },
        undoable: false,
      },
    ]);
    expect((await verifyHistory(api.store.history)).faults).toEqual([]);
    const undone = await jane.call<{ rule: string }>('POST', `/api/history/${body.changes[0]?.id}/undo`, {});
    expect([undone.status, undone.body.rule]).toEqual([403, 'needsApproval']);
  });

  test('the manager decides, whom the profile names, also of a picture that others do not see; nobody else does', async () => {
    const picture = await aPicture({ width: 60, height: 60 });
    const other = await startWork(api, await company.add(), company.password);
    const outcomes = await jane.save({ photo: { base64: picture.toString('base64') }, phone: '0611 1234567' });
    expect([outcomes.photo?.status, outcomes.phone?.status]).toEqual(['proposed', 'proposed']);
    expect(await desk.toDecide(), 'only the manager approves these').toEqual([]);
    expect(await other.toDecide()).toEqual([]);
    const proposals = await boss.toDecide();
    const [photo, phone] = ['photo', 'phone'].map((key) => proposals.find(({ field }) => field.key === key));
    expect([photo?.from, phone?.to]).toEqual([null, '+49 611 1234567']);

    const { sha256 } = (photo?.to ?? {}) as { sha256?: string };
    const sees = async (who: Somebody) => (await who.call('GET', `/api/people/${jane.id}/pictures/${sha256}`)).status;
    expect([await sees(boss), await sees(jane), await sees(other)]).toEqual([200, 200, 404]);
    for (const stranger of [other, desk, jane]) {
      expect((await stranger.decide(photo, 'approve')).body.rule).toBe('noSuchProposal');
      if (stranger !== jane) expect(await stranger.withdraw(photo)).toBe(404);
    }
    expect((await boss.decide(photo, 'approve')).body.state).toBe('approved');
    expect((await company.bytes(jane.username, pictureAttribute)).length).toBe(1);
    expect((await boss.decide(phone, 'decline')).body.rule).toBe('required');
    expect((await boss.decide(phone, 'decline', 'Use the office number')).body).toEqual({ state: 'declined' });
    expect(await company.values(jane.username, 'telephoneNumber')).toEqual([]);
    expect(await jane.counts()).toMatchObject({ notApproved: 1 });
    const told = await jane.proposal('phone');
    expect(told).toMatchObject({ state: 'declined', word: 'Use the office number', decidedBy: { id: boss.id } });
    await jane.withdraw(told);
    expect(await jane.counts()).toMatchObject({ notApproved: 0 });
  });

  test('an edit that events overtook says so, and is not written; a respelling counts', async () => {
    await jane.save({ title: 'Chef' });
    await company.replace(jane.username, 'title', ['BAKER']);
    const [proposal] = await desk.toDecide();
    expect((await desk.decide(proposal, 'approve')).body).toMatchObject({
      state: 'overtaken',
      problem: { field: 'title', rule: 'changedSince' },
    });
    expect(await titles()).toEqual(['BAKER']);
    expect(await jane.proposal('title')).toMatchObject({ state: 'overtaken', value: 'Chef' });

    await jane.save({ title: 'Boss' });
    const [again] = await desk.toDecide();
    await desk.saveFor(jane.id, { title: 'Master' });
    const [seen] = await desk.toDecide();
    expect(seen).toMatchObject({ id: again?.id, from: 'BAKER', current: 'Master' });
    await desk.decide(seen, 'decline', 'Done already');
  });

  test('a field that is gone, or not for them to edit any more, ends what waits for it', async () => {
    await jane.save({ title: 'Chef', nickname: 'Janey' });
    const before = await api.configuration();
    const withoutTitle = before.fields.filter(({ key }) => key !== 'title');
    const fields = withoutTitle.map((field) =>
      field.key === 'nickname' ? { ...field, editableBy: ['admin'] } : field,
    );
    await api.configure({ ...before, fields });
    const [title, nickname] = await desk.toDecide();
    expect((await desk.decide(title, 'approve')).body).toMatchObject({
      state: 'refused',
      problem: { rule: 'unknownField' },
    });
    expect((await desk.decide(nickname, 'approve')).body).toMatchObject({
      state: 'refused',
      problem: { rule: 'notPermitted' },
    });
    await api.configure(before);
    expect(await titles()).toEqual(['Baker']);
  });

  test('a value of Nameplate’s own is approved likewise; whoever may approve saves at once, but not for themselves', async () => {
    await jane.save({ nickname: 'Janey' });
    const [proposal] = await desk.toDecide();
    await desk.decide(proposal, 'approve');
    expect((await jane.field('nickname')).value).toBe('Janey');
    expect((await desk.saveFor(jane.id, { nickname: 'JJ', title: 'Chef' })).title?.status).toBe('saved');
    expect((await desk.save({ nickname: 'Rooty' })).nickname?.status).toBe('proposed');
    expect(await desk.toDecide()).toEqual([]);
    await desk.withdraw(await desk.proposal('nickname'));
  });

  test('W5 where the store cannot keep what is to be approved, that is told, and the rest is saved or nothing is', async () => {
    const full = new Problem('internal', 'The store does not fit on the disk any more.', { rule: 'store' });
    const put = vi.spyOn(api.store.proposals, 'put').mockRejectedValueOnce(full).mockRejectedValueOnce(full);
    expect(await jane.save({ title: 'Chef', about: 'direct' })).toMatchObject({
      title: { status: 'refused', value: 'Baker', problem: { field: 'title', rule: 'store' } },
      about: { status: 'saved' },
    });
    const changes = { title: { from: 'Baker', to: 'Chef' } };
    const { status, body } = await jane.call<{ rule: string }>('PATCH', '/api/me/profile', { changes });
    expect([status, body.rule]).toEqual([500, 'store']);
    expect(await api.store.proposals.ofPerson(jane.id)).toEqual([]);
    expect(put).toHaveBeenCalledTimes(2);
    put.mockRestore();
  });

  test('it can be withdrawn, and entered again in its place; what is the same already is not proposed', async () => {
    await jane.save({ title: 'Chef' });
    await jane.save({ title: 'Boss' });
    const proposals = await desk.toDecide();
    expect(proposals.map(({ to }) => to)).toEqual(['Boss']);
    expect(await jane.withdraw(proposals[0])).toBe(204);
    expect(await desk.toDecide()).toEqual([]);
    expect((await desk.decide(proposals[0], 'approve')).status).toBe(404);
    expect((await jane.save({ title: 'Baker' })).title?.status).toBe('unchanged');
  });

  test('of two who decide at once one does, and it is written once', async () => {
    await jane.save({ title: 'Chef' });
    const [proposal] = await desk.toDecide();
    const answers = await Promise.all([
      desk.decide(proposal, 'approve'),
      boss.decide(proposal, 'decline', 'No'),
      boss.decide(proposal, 'approve'),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.rule).toBe('decided');
    const { body } = await jane.call<History>('GET', `/api/people/${jane.id}/history?field=title`);
    expect(body.changes).toHaveLength((await titles())[0] === 'Chef' ? 1 : 0);
  });
});

test('W10 what somebody decides on is not hidden behind that of others; of very much the oldest is shown, and how much there is', async () => {
  const field = { type: 'text', source: { kind: 'local' } };
  const fields = [
    { ...field, key: 'budget', approvedBy: ['admin'] },
    { ...field, key: 'title', approvedBy: ['helpdesk'] },
  ];
  const api = await startAPI({ fields });
  try {
    const password = 'fake-password-of-somebody';
    await api.addLocalAdmin('root', password);
    await api.addLocalAdmin('second', password);
    const passwordHash = await hashPassword(password);
    await api.store.localAccounts.add({ username: 'desk', displayName: 'Desk', passwordHash, role: 'helpdesk' });
    const [root, second, desk] = [
      await startWork(api, 'root', password),
      await startWork(api, 'second', password),
      await startWork(api, 'desk', password),
    ];
    const proposed = (key: string, actorId: string) => ({
      ...{ personId: root.id, field: key, from: null, to: 'x', seen: '', actorId },
      ...{ actorRole: 'employee' as const, reason: null, madeAt: new Date() },
    });
    const ofOthers = Array.from({ length: 600 }, (_, at) => proposed('budget', `somebody-${at}`));
    await api.store.proposals.put([...ofOthers, proposed('title', 'somebody')]);
    expect((await desk.toDecide()).map(({ field: { key } }) => key)).toEqual(['title']);
    const { body } = await second.call<OpenProposals>('GET', '/api/proposals');
    expect([body.proposals.length, body.total]).toEqual([200, 601]);
    expect((await second.counts()).toDecide).toBe(601);
  } finally {
    await api.stop();
  }
});
