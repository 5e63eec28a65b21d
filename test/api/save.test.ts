import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activeDirectoryCompany, type Company, openLDAPCompany } from './company.ts';
import { type API, fieldOf, startAPI } from './start-api.ts';

/** What a save does, the same on every directory. */
describe.each([
  ['OpenLDAP', openLDAPCompany],
  ['Active Directory over LDAPS', activeDirectoryCompany],
])('a save to %s', (_, startCompany) => {
  let company: Company;
  let api: API;
  beforeAll(async () => {
    company = await startCompany();
    api = await startAPI({ companies: { hq: company } });
  });
  afterAll(async () => {
    await api?.stop();
    await company?.stop();
  });

  async function signedIn(attributes = {}) {
    const username = await company.add(attributes);
    return { username, token: await api.signIn(username, company.password) };
  }

  test('F9, W3, W7 the main job: phone, text, multi-line text and select arrive, each with its outcome', async () => {
    const { username, token } = await signedIn({ telephoneNumber: '0611 1234567', title: 'Baker', l: 'Bonn' });
    const shown = await api.show(token);
    expect(fieldOf(shown, 'phone')).toMatchObject({ value: '+49 611 1234567', editable: true });
    const { status, body } = await api.save(
      token,
      {
        phone: { from: '+49 611 1234567', to: '0611 7654321' },
        title: { from: 'Baker', to: 'Chef 👩🏽‍🍳 “Ürün”' },
        about: { from: null, to: 'One\nTwo' },
        city: { from: 'Bonn', to: 'Zürich' },
      },
      { revision: shown.revision },
    );
    expect(status).toBe(200);
    expect(body.outcomes).toMatchObject({
      phone: { status: 'saved', value: '+49 611 7654321' },
      title: { status: 'saved', value: 'Chef 👩🏽‍🍳 “Ürün”' },
      about: { status: 'saved', value: 'One\nTwo' },
      city: { status: 'saved', value: 'Zürich' },
    });
    expect(await company.values(username, 'telephoneNumber')).toEqual(['+49 611 7654321']);
    expect(await company.values(username, 'title')).toEqual(['Chef 👩🏽‍🍳 “Ürün”']);
    expect(await company.values(username, 'description')).toEqual(['One\nTwo']);
    expect(await company.values(username, 'l')).toEqual(['Zürich']);
    expect(fieldOf(await api.show(token, false), 'phone').value).toBe('+49 611 7654321');
  });

  test('F9 a directory that chose E.164 has numbers written so, extensions and all, and shown as ever', async () => {
    const definition = { ...company.definition, phoneFormat: 'E.164' };
    const inE164 = await startAPI({ companies: { hq: { ...company, definition } } });
    const username = await company.add({ telephoneNumber: '+49 611 1234567' });
    const token = await inE164.signIn(username, company.password);
    const steps = [
      ['+49 611 1234567', '0611 7654321', '+49 611 7654321', '+496117654321'],
      ['+49 611 7654321', '0611 76543-0 ext. 12', '+49 611 765430 ext. 12', '+49611765430 ext. 12'],
    ];
    for (const [from, to, value, written] of steps) {
      const { body } = await inE164.save(token, { phone: { from, to } });
      expect(body.outcomes.phone).toEqual({ status: 'saved', value });
      expect(await company.values(username, 'telephoneNumber')).toEqual([written]);
    }
    const again = await inE164.save(token, { phone: { from: '+49 611 765430 ext. 12', to: '0611 76543-0 ext. 12' } });
    expect(again.body.outcomes.phone?.status).toBe('unchanged');
    await inE164.stop();
  });

  test('W3 clearing a field deletes the attribute', async () => {
    const { username, token } = await signedIn({ title: 'Baker' });
    const { body } = await api.save(token, { title: { from: 'Baker', to: null } });
    expect(body.outcomes.title).toEqual({ status: 'saved', value: null });
    expect(await company.values(username, 'title')).toEqual([]);
  });

  test('values travel byte for byte: decomposed letters, blanks, a leading byte order mark', async () => {
    const { username, token } = await signedIn();
    let from: string | null = null;
    for (const to of ['Ju\u0308rgen', '\ufeffBOM', 'two  blanks', 'ﬁ ligature \u{1F469}\u200D\u{1F52C}']) {
      expect((await api.save(token, { title: { from, to } })).body.outcomes.title).toEqual({
        status: 'saved',
        value: to,
      });
      expect(await company.values(username, 'title')).toEqual([to]);
      from = to;
    }
  });

  test('W4 a conflict in one field tells what somebody else has put there, and holds up no other', async () => {
    const { username, token } = await signedIn({ title: 'Baker' });
    await api.show(token);
    await company.replace(username, 'title', ['Boss']);
    const { status, body } = await api.save(token, {
      title: { from: 'Baker', to: 'Chef' },
      nickname: { from: null, to: 'Janey' },
    });
    expect(status).toBe(200);
    expect(body.outcomes.title).toEqual({ status: 'conflict', value: 'Boss', current: 'Boss' });
    expect(body.outcomes.nickname).toEqual({ status: 'saved', value: 'Janey' });
  });

  test.each(['with', 'without'])(
    'W4 a respelled phone number is a conflict though it is shown the same, %s a revision',
    async (how) => {
      const { username, token } = await signedIn({ telephoneNumber: '0611 1234567' });
      const { revision } = await api.show(token);
      await company.replace(username, 'telephoneNumber', ['+49 611 123 45 67']);
      const changes = { phone: { from: '+49 611 1234567', to: '+49 611 7654321' } };
      const { body } = await api.save(token, changes, how === 'with' ? { revision } : {});
      expect(body.outcomes.phone?.status).toBe('conflict');
      expect(await company.values(username, 'telephoneNumber')).toEqual(['+49 611 123 45 67']);
    },
  );

  test('W4 of twenty who save the same field from the same value at once, just one is saved', async () => {
    const { username, token } = await signedIn({ title: 'Baker' });
    const other = await api.signIn(username, company.password);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_each, at) =>
        api.save(at % 2 ? token : other, { title: { from: 'Baker', to: `Chef ${at}` } }),
      ),
    );
    const outcomes = answers.map(({ body }) => body.outcomes.title);
    const winners = outcomes.filter((outcome) => outcome?.status === 'saved');
    expect(winners).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome?.status === 'conflict')).toHaveLength(19);
    expect(await company.values(username, 'title')).toEqual([winners[0]?.value]);
  });

  test('S9 what changed since the last sync is marked, and saving accepts it', async () => {
    const { username, token } = await signedIn({ title: 'Baker' });
    await company.replace(username, 'description', ['from elsewhere']);
    const shown = await api.show(token);
    expect(fieldOf(shown, 'about')).toMatchObject({ value: 'from elsewhere', changedSinceSync: true });
    expect(fieldOf(shown, 'title').changedSinceSync).toBeUndefined();
    const { body } = await api.save(token, { title: { from: 'Baker', to: 'Chef' } });
    expect(fieldOf(body.profile, 'about').changedSinceSync).toBeUndefined();
  });

  test('W5 a value that the directory will not have is refused in words, and the others are saved', async () => {
    const { username, token } = await signedIn();
    await api.configure({
      ...(await api.configuration()),
      fields: [
        { key: 'title', type: 'text', source: { kind: 'directory', attribute: 'title', edit: 'writeBack' } },
        { key: 'country', type: 'text', source: { kind: 'directory', attribute: 'c', edit: 'writeBack' } },
      ],
    });
    const { status, body } = await api.save(token, {
      title: { from: null, to: 'Chef' },
      country: { from: null, to: 'Germany' },
    });
    expect(status).toBe(200);
    expect(body.outcomes.title).toEqual({ status: 'saved', value: 'Chef' });
    expect(body.outcomes.country).toMatchObject({ status: 'refused', value: null, problem: { field: 'country' } });
    expect(body.outcomes.country?.problem?.detail).toMatch(/\w{3,} \w/u);
    expect(await company.values(username, 'title')).toEqual(['Chef']);
    expect(await company.values(username, 'c')).toEqual([]);
  });
});
