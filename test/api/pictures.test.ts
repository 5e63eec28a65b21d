import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KeptPicture } from '#shared/fields/picture/picture.ts';
import { activeDirectoryCompany, type Company, openLDAPCompany } from './company.ts';
import { type API, fieldOf, startAPI } from './start-api.ts';

const noise = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  });

const jpeg = (width = 200, height = 120) => noise(width, height).jpeg().toBuffer();
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe.each([
  ['OpenLDAP', openLDAPCompany, 'jpegPhoto'],
  ['Active Directory over LDAPS', activeDirectoryCompany, 'thumbnailPhoto'],
])('pictures in %s', (_, startCompany, attribute) => {
  const field = { key: 'picture', type: 'picture', source: { kind: 'directory', attribute, edit: 'writeBack' } };
  let company: Company;
  let api: API;
  beforeAll(async () => {
    company = await startCompany();
    api = await startAPI({ companies: { hq: company }, fields: [field] });
  });
  afterAll(async () => {
    await api?.stop();
    await company?.stop();
  });

  async function signedIn(picture?: Uint8Array) {
    const username = await company.add(picture && { [attribute]: picture });
    const token = await api.signIn(username, company.password);
    const shown = await api.show(token);
    const seen = fieldOf(shown, 'picture').value as KeptPicture | null;
    const held = async () => Buffer.from((await company.bytes(username, attribute))[0] ?? []);
    return { username, token, id: shown.person.id, seen, revision: shown.revision, held };
  }

  const read = (id: string, hash: string, token: string, headers = {}) =>
    api.app.request(`/api/people/${id}/pictures/${hash}`, {
      headers: { Authorization: `Bearer ${token}`, ...headers },
    });

  test('F10 a picture is read byte for byte as the directory holds it, by its hash, and reading rewrites nothing', async () => {
    const picture = await jpeg();
    const { id, token, seen, held } = await signedIn(picture);
    expect(seen).toEqual({ sha256: sha256(picture) });
    const answer = await read(id, seen?.sha256 ?? '', token);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=86400',
    });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(picture);
    const again = await read(id, seen?.sha256 ?? '', token, { 'If-None-Match': answer.headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(await held()).toEqual(picture);
  });

  test('F10, W7 an uploaded picture arrives upright, within its limits, without a word on where it was taken', async () => {
    const { token, id, held } = await signedIn();
    const upload = await noise(900, 450)
      .jpeg({ quality: 100 })
      .withExif({ IFD0: { Copyright: 'Somebody' }, IFD3: { GPSLatitude: '50/1 4/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect(upload.length).toBeGreaterThan(102_400);
    const { body } = await api.save(token, { picture: { from: null, to: { base64: base64(upload) } } });
    const written = await held();
    expect(body.outcomes.picture).toEqual({ status: 'saved', value: { sha256: sha256(written) } });
    expect(written.length).toBeLessThanOrEqual(102_400);
    const { format, width, height, exif, orientation } = await sharp(written).metadata();
    expect({ format, width, height, exif, orientation }).toEqual({ format: 'jpeg', width: 324, height: 648 });
    const answer = await read(id, sha256(written), token);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(written);
  });

  test('W3 a picture is removed, and one that is sent back as it was seen is not written', async () => {
    const picture = await jpeg();
    const { token, username, seen, held } = await signedIn(picture);
    const stamp = await company.values(username, 'modifyTimestamp');
    for (const to of [seen, { base64: base64(picture) }]) {
      const { body } = await api.save(token, { picture: { from: seen, to } });
      expect(body.outcomes.picture).toEqual({ status: 'unchanged', value: seen });
    }
    expect(await held()).toEqual(picture);
    expect(await company.values(username, 'modifyTimestamp')).toEqual(stamp);
    expect((await api.save(token, { picture: { from: seen, to: null } })).body.outcomes.picture).toEqual({
      status: 'saved',
      value: null,
    });
    expect(await held()).toHaveLength(0);
  });

  test('W4 a picture that somebody else changed meanwhile is a conflict, and theirs stays', async () => {
    const { token, username, seen, revision, held } = await signedIn(await jpeg());
    const theirs = await jpeg(90, 90);
    await company.replace(username, attribute, [theirs]);
    const changes = { picture: { from: seen, to: { base64: base64(await jpeg(50, 50)) } } };
    for (const members of [{ revision }, {}]) {
      const { body } = await api.save(token, changes, members);
      const value = { sha256: sha256(theirs) };
      expect(body.outcomes.picture).toEqual({ status: 'conflict', value, current: value });
    }
    expect(await held()).toEqual(theirs);
  });

  test('W4 of eight who save a picture at once, just one is saved', async () => {
    const { token, seen, held } = await signedIn(await jpeg());
    const uploads = await Promise.all(Array.from({ length: 8 }, (_each, at) => jpeg(40 + at, 40)));
    const answers = await Promise.all(
      uploads.map((upload) => api.save(token, { picture: { from: seen, to: { base64: base64(upload) } } })),
    );
    const outcomes = answers.map(({ body }) => body.outcomes.picture);
    const winners = outcomes.filter((outcome) => outcome?.status === 'saved');
    expect(winners).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome?.status === 'conflict')).toHaveLength(7);
    expect(winners[0]?.value).toEqual({ sha256: sha256(await held()) });
  });

  test('F1, F10 a picture is for those alone who may see the field', async () => {
    const [owner, colleague] = [await signedIn(await jpeg(61, 61)), await signedIn()];
    const hash = owner.seen?.sha256 ?? '';
    const statuses = async () => {
      const answers = [owner, colleague].map(({ token }) => read(owner.id, hash, token));
      return (await Promise.all([...answers, read(owner.id, hash, 'nobody')])).map(({ status }) => status);
    };
    expect(await statuses()).toEqual([200, 200, 401]);
    // Nor is it somebody else's, nor any other that Nameplate keeps.
    expect((await read(colleague.id, hash, owner.token)).status).toBe(404);
    const configuration = await api.configuration();
    await api.configure({ ...configuration, fields: [{ ...field, visibleTo: ['self'] }] });
    expect(await statuses()).toEqual([200, 404, 401]);
    await api.configure({ ...configuration, fields: [] });
    expect(await statuses()).toEqual([404, 404, 401]);
    await api.configure(configuration);
  });

  test('W8, F10 a picture of former times is seen by whoever sees the history', async () => {
    const [owner, colleague] = [await signedIn(await jpeg(62, 62)), await signedIn()];
    const hash = owner.seen?.sha256 ?? '';
    await api.save(owner.token, { picture: { from: owner.seen, to: null } });
    expect((await read(owner.id, hash, owner.token)).status).toBe(200);
    expect((await read(owner.id, hash, colleague.token)).status).toBe(404);
  });

  test('X1 what is no picture, or one that nobody has, is refused with its rule, and nothing is written', async () => {
    const { token, seen, held } = await signedIn(await jpeg());
    const before = await held();
    const bomb = Buffer.from(before);
    const frame = bomb.findIndex((byte, at) => byte === 0xff && bomb[at + 1] === 0xc0);
    bomb.writeUInt32BE((30_000 << 16) | 30_000, frame + 5);
    const png = await noise(20, 20).png().toBuffer();
    for (const [to, rule] of [
      [{ base64: base64(png) }, 'notJPEG'],
      [{ base64: base64(Buffer.from('<html>')) }, 'notJPEG'],
      [{ base64: base64(before.subarray(0, before.length / 2)) }, 'damagedPicture'],
      [{ base64: base64(bomb) }, 'tooManyPixels'],
      [{ sha256: '00'.repeat(32) }, 'pictureGone'],
      ['/9j/', 'notPicture'],
    ] as const) {
      const { status, body } = await api.save(token, { picture: { from: seen, to } });
      expect([status, body]).toMatchObject([422, { field: 'picture', rule }]);
    }
    expect(await held()).toEqual(before);
  });

  test('F10 what is no picture shows as such, and can be replaced', async () => {
    const { token, id, seen, held } = await signedIn(Buffer.from('<html>'));
    expect(seen).not.toBeNull();
    const answer = await read(id, seen?.sha256 ?? '', token);
    expect([answer.status, await answer.json()]).toMatchObject([422, { rule: 'notJPEG' }]);
    const { body } = await api.save(token, { picture: { from: seen, to: { base64: base64(await jpeg()) } } });
    expect(body.outcomes.picture?.status).toBe('saved');
    expect(await sharp(await held()).metadata()).toMatchObject({ format: 'jpeg', width: 200 });
  });
});

test('of several pictures of an entry the one that was shown is swapped, the others stay', async () => {
  const company = await openLDAPCompany();
  const field = {
    key: 'picture',
    type: 'picture',
    source: { kind: 'directory', attribute: 'jpegPhoto', edit: 'writeBack' },
  };
  const api = await startAPI({ companies: { hq: company }, fields: [field] });
  try {
    const [one, other] = await Promise.all([jpeg(71, 71), jpeg(72, 72)]);
    const username = await company.add({ jpegPhoto: [one, other] });
    const token = await api.signIn(username, company.password);
    const from = fieldOf(await api.show(token), 'picture').value as KeptPicture;
    const { body } = await api.save(token, { picture: { from, to: { base64: base64(await jpeg(73, 73)) } } });
    const hashes = (await company.bytes(username, 'jpegPhoto')).map(sha256);
    const kept = [one, other].map(sha256).find((each) => each !== from.sha256);
    const { value } = body.outcomes.picture ?? {};
    expect(hashes.map((hash) => ({ sha256: hash }))).toEqual(expect.arrayContaining([{ sha256: kept }, value]));
    expect(hashes).toHaveLength(2);
  } finally {
    await api.stop();
    await company.stop();
  }
});

test('W5 a picture that is larger than Active Directory takes is refused, not cut off', async () => {
  const company = await activeDirectoryCompany();
  const source = { kind: 'directory', attribute: 'thumbnailPhoto', edit: 'writeBack' };
  const field = { key: 'picture', type: 'picture', source, maxBytes: 500_000, maxEdge: 600 };
  const api = await startAPI({ companies: { hq: company }, fields: [field] });
  try {
    const username = await company.add();
    const token = await api.signIn(username, company.password);
    const upload = await jpeg(600, 600);
    const { body } = await api.save(token, { picture: { from: null, to: { base64: base64(upload) } } });
    const problem = { field: 'picture', rule: 'tooLong' };
    expect(body.outcomes.picture).toMatchObject({ status: 'refused', value: null, problem });
    expect(await company.bytes(username, 'thumbnailPhoto')).toEqual([]);
  } finally {
    await api.stop();
    await company.stop();
  }
});
