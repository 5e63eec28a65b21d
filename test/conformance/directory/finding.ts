import { describe, expect, test } from 'vitest';
import { readPages } from '#test/faults/gateways.ts';
import type { Bench } from './directory.test.ts';

const canonicalUUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function describeFinding(bench: Bench): void {
  describe('finding people', () => {
    test('by user name, whatever its case, with the attributes spelled as they were asked for', async () => {
      const { directory, gateway } = bench;
      await directory.add({
        username: 'find-me',
        attributes: { [directory.textAttribute]: ['Engineer'], mail: ['find@example.org'] },
      });
      const asked = [directory.textAttribute.toUpperCase(), 'mail', 'pager'];
      const entry = await gateway.findByUsername('FIND-me', asked);
      expect(entry).toMatchObject({ username: 'find-me', dn: directory.dnOf('find-me') });
      expect(entry?.id).toMatch(canonicalUUID);
      expect(entry?.attributes).toEqual({ [asked[0] ?? '']: ['Engineer'], mail: ['find@example.org'] });
    });

    test('nobody is undefined, and nothing that was typed is a pattern (X2)', async () => {
      const { gateway } = bench;
      for (const typed of ['*', 'find*', ')(uid=*', '(|(cn=*))', '\\2a', '', '\0', 'find-me\ud800', 'no-such-name']) {
        expect(await gateway.findByUsername(typed, [])).toBeUndefined();
      }
    });

    test('by the stable id, whatever its bytes (L10), which survives that the entry is renamed', async () => {
      const { directory, gateway } = bench;
      await directory.add({ username: 'before', cn: 'Before' });
      const before = await gateway.findByUsername('before', []);
      await directory.rename('before', 'After Ünïcode');
      const after = await gateway.findById(before?.id ?? '', []);
      expect(after?.id).toBe(before?.id);
      expect(after?.dn).not.toBe(before?.dn);
      expect(after?.dn).toContain('After Ünïcode');
    });

    test('by a DN, the stable id of whoever has it at this moment', async () => {
      const { directory, gateway } = bench;
      await directory.add({ username: 'named', cn: 'Named, Person' });
      const entry = await gateway.findByUsername('named', []);
      const dn = entry?.dn ?? '';
      expect(await gateway.idOf(dn)).toBe(entry?.id);
      expect(await gateway.idOf(dn.toUpperCase())).toBe(entry?.id);
      await directory.rename('named', 'Renamed');
      expect(await gateway.idOf(dn)).toBeUndefined();
      for (const none of ['', 'cn', 'cn=*', 'cn=nobody,dc=elsewhere', `cn=nobody,${dn}`, 'cn=\0,dc=x']) {
        expect(await gateway.idOf(none)).toBeUndefined();
      }
    });

    test('what is no id, or is the id of nobody, is undefined', async () => {
      const { gateway } = bench;
      for (const id of ['', '*', 'not-an-id', '00000000-0000-0000-0000-000000000000']) {
        expect(await gateway.findById(id, [])).toBeUndefined();
      }
    });

    test('names with every special character of RFC 4514 and 4515 are found, and read and written (L15, X2)', async () => {
      const { directory, gateway } = bench;
      const cn = ' #a*b(c)d\\e,f+g"h<i>j;k=l / é ';
      await directory.add({ username: 'special(1)#', cn });
      const entry = await gateway.findByUsername('special(1)#', ['cn']);
      expect(entry?.username).toBe('special(1)#');
      const attribute = directory.textAttribute;
      const written = await gateway.change(entry?.id ?? '', [attribute], () => [
        { attribute, remove: [], add: [cn.trim()] },
      ]);
      expect(written?.refused.size).toBe(0);
      expect(written?.entry.attributes[attribute]).toEqual([cn.trim()]);
    });

    test('all people come in pages, each once, and end after the last', async () => {
      const { directory, gateway } = bench;
      const names = Array.from({ length: 7 }, (_, index) => `page-${index}`);
      for (const username of names) await directory.add({ username });
      const pages = await readPages(gateway);
      expect(pages.length).toBeGreaterThan(2);
      expect(pages.every((page) => page.length <= 3)).toBe(true);
      const read = pages.flat();
      expect(new Set(read).size).toBe(read.length);
      expect(read).toEqual(expect.arrayContaining(names));
    });

    test('groups: those of the list that have the person, none that is not there, nor one of another directory', async () => {
      const { directory, gateway } = bench;
      await directory.add({ username: 'member' });
      await directory.add({ username: 'outsider' });
      const group = await directory.addGroup('Team, (A)', [directory.dnOf('member')]);
      const other = await directory.addGroup('other', [directory.dnOf('outsider')]);
      const missing = other.replace(/^([^=]+)=other/, '$1=missing');
      const entry = await gateway.findByUsername('member', []);
      const elsewhere = 'cn=team,dc=another,dc=company';
      expect(entry && (await gateway.groupsOf(entry, [elsewhere, group, other, missing]))).toEqual([group]);
      expect(entry && (await gateway.groupsOf(entry, []))).toEqual([]);
    });
  });
}
