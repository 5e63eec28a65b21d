import { expect, test } from 'vitest';
import { sampleCompany } from '#demo/company/company-ldif.ts';
import { people } from '#demo/company/people.ts';
import { createRandom } from '#demo/company/random.ts';
import { sites } from '#demo/company/sites.ts';

const staff = sampleCompany();

test('the same seed makes up the same people, another seed others', () => {
  expect([...people(createRandom(7), 300)]).toEqual([...people(createRandom(7), 300)]);
  expect([...people(createRandom(7), 300)]).not.toEqual([...people(createRandom(8), 300)]);
});

test('at least 200 people in ten departments, everybody of a name, a user name and an address of their own', () => {
  expect(staff.length).toBeGreaterThanOrEqual(200);
  expect(new Set(staff.map(({ department }) => department.name)).size).toBeGreaterThanOrEqual(10);
  for (const one of ['dn', 'uid', 'employeeNumber'] as const) {
    expect(new Set(staff.map((person) => person[one])).size).toBe(staff.length);
  }
  const mailboxes = staff.flatMap(({ mail }) => mail ?? []);
  expect(new Set(mailboxes).size).toBe(mailboxes.length);
  expect(mailboxes.filter((mail) => !/^[a-z0-9.-]+@example\.org$/.test(mail))).toEqual([]);
});

test('everybody but the director and one whom nobody filled in has a manager, who comes before them', () => {
  const known = new Set<string>();
  const withoutManager = staff.filter(({ dn, managerDN }) => {
    const found = managerDN !== undefined && known.has(managerDN);
    known.add(dn);
    return !found;
  });
  expect(withoutManager.map(({ uid, title }) => title ?? uid)).toEqual(['Managing Director', 'x']);
});

test('umlauts, other alphabets, decomposed letters, emoji, names that need escaping, line breaks and gaps all occur', () => {
  const names = staff.map(({ name }) => name.full).join('\n');
  for (const letters of [
    /ß/,
    /ü/,
    /\p{sc=Cyrl}/u,
    /\p{sc=Grek}/u,
    /\p{sc=Han}/u,
    /[\p{sc=Hira}\p{sc=Kana}]/u,
    /\p{sc=Arab}/u,
    /\p{sc=Hebr}/u,
    /\u0308/,
  ]) {
    expect(names).toMatch(letters);
  }
  expect(staff.map(({ dn }) => dn).join('\n')).toMatch(/\\[+",;<>\\]/);
  expect(staff.map(({ description }) => description).join(' ')).toMatch(/\p{Extended_Pictographic}/u);
  for (const field of ['title', 'phone', 'mobile', 'location', 'room', 'description', 'displayName'] as const) {
    const missing = staff.filter((person) => person[field] === undefined).length;
    expect(missing).toBeGreaterThan(0);
    expect(missing).toBeLessThan(staff.length * 0.7);
  }
});

test('phones are typed in many ways, all within the alphabet of RFC 4517 3.3.31', () => {
  const phones = staff.flatMap(({ phone, mobile }) => [phone ?? [], mobile ?? []].flat());
  expect(phones.filter((phone) => !/^[A-Za-z0-9'()+,./:? -]+$/.test(phone))).toEqual([]);
  expect(new Set(phones.map((phone) => phone.replace(/\d+/g, '9'))).size).toBeGreaterThan(20);
});

test('a location is one that can be chosen', () => {
  const known = new Set<string | undefined>([...sites.map(({ name }) => name), 'Home office', undefined]);
  expect(staff.filter(({ location }) => !known.has(location))).toEqual([]);
});
