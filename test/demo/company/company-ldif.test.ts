import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawPictures } from '#demo/avatars/pictures.ts';
import { accessRules } from '#demo/company/access-rules.ts';
import { companyLDIF, sampleCompany } from '#demo/company/company-ldif.ts';
import { personEntry } from '#demo/company/entries.ts';
import { dnOf } from '#demo/company/people.ts';
import { run } from '#test/directories/command.ts';
import { type OpenLDAP, startOpenLDAP } from '#test/directories/openldap.ts';
import { readLDIF } from '../ldif/read-ldif.ts';

const staff = sampleCompany();
let cache: string;
let pictures: Map<string, Uint8Array>;
let directory: OpenLDAP;

beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), 'nameplate-pictures-'));
  pictures = await drawPictures(staff, cache);
  const ldif = [...companyLDIF(staff, ({ uid }) => pictures.get(uid))].join('');
  directory = await startOpenLDAP({ ldif, databaseConf: [accessRules] });
});
afterAll(async () => {
  await directory?.stop();
  await rm(cache, { recursive: true, force: true });
});

test('every person stands in a real OpenLDAP byte for byte, pictures included', async () => {
  const found = readLDIF(await directory.ldapsearch('(objectClass=inetOrgPerson)'));
  const byUid = new Map([...found.values()].map((entry) => [entry.get('uid')?.toString(), entry]));
  expect(byUid.size).toBe(staff.length);
  for (const person of staff) {
    const { manager, ...attributes } = personEntry(person, pictures.get(person.uid)).attributes;
    const entry = byUid.get(person.uid);
    expect(entry?.has('manager')).toBe(manager !== undefined);
    const stored = Object.fromEntries(Object.keys(attributes).map((name) => [name, entry?.get(name)]));
    const meant = Object.fromEntries(
      Object.entries(attributes).map(([name, values]) => [name, values.map((value) => Buffer.from(value as string))]),
    );
    expect(stored).toEqual(meant);
  }
});

test('pictures are JPEGs of 320 by 320, of about 10 KB', async () => {
  const images = [...pictures.values()];
  expect(images.length).toBeGreaterThan(150);
  expect(Math.max(...images.map((image) => image.length))).toBeLessThan(15_000);
  expect(await sharp(images[0]).metadata()).toMatchObject({ format: 'jpeg', width: 320, height: 320 });
});

const as = (dn: string, password: string) => ['-x', '-H', directory.url, '-D', dn, '-w', password];
const replacing = (attribute: string, value: string) =>
  `dn: ${dnOf('lena')}\nchangetype: modify\nreplace: ${attribute}\n${attribute}: ${value}\n`;

test('the service account may write what is mapped, and nothing else', async () => {
  const service = as(directory.serviceDN, directory.servicePassword);
  await run('ldapmodify', service, { input: replacing('telephoneNumber', '+49 611 7654321') });
  for (const attribute of ['mail', 'employeeNumber', 'userPassword']) {
    await expect(run('ldapmodify', service, { input: replacing(attribute, 'x') })).rejects.toMatchObject({
      status: 50,
    });
  }
});

test('people read everybody but no password, and write nothing; a stranger sees nothing', async () => {
  const lena = as(dnOf('lena'), 'demo');
  const seen = await run('ldapsearch', [...lena, '-LLL', '-b', directory.baseDN, '(uid=omar)']);
  expect(seen).toContain('title: Service Desk Agent');
  expect(seen).not.toContain('userPassword');
  const change = { input: replacing('telephoneNumber', '1') };
  await expect(run('ldapmodify', lena, change)).rejects.toMatchObject({ status: 50 });
  const anonymous = ['-x', '-H', directory.url, '-LLL', '-b', directory.baseDN, '(uid=omar)'];
  await expect(run('ldapsearch', anonymous)).rejects.toMatchObject({ status: 32 });
});
