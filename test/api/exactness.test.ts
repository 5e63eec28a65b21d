import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDirectoryGateway } from '#server/directory/create-gateway.ts';
import type { DirectoryGateway } from '#server/directory/gateway.ts';
import { type LDIFValue, toLDIF } from '#test/directories/ldif.ts';
import { aPicture } from '#test/pictures/draw-picture.ts';
import { activeDirectoryCompany, type Company, openLDAPCompany } from './company.ts';
import { type API, fieldOf, startAPI } from './start-api.ts';

/** What somebody else does while somebody edits a field, by the name of its row on the page docs/saving.md. */
interface Meanwhile {
  readonly field: keyof typeof fieldTypes;
  readonly before: LDIFValue;
  readonly mine: unknown;
  /** Their LDIF, for the entry and the field's attribute. */
  readonly theirs: (dn: string, attribute: string) => string;
  /** Whether what they did is still there; asked of the attribute's values in base64 and of the entry as LDIF. */
  readonly isLeft: (held: readonly string[], entry: string) => boolean;
}

const fieldTypes = { title: 'text', phone: 'phone', extra: 'phone', picture: 'picture' };
const [picture, theirPicture, myPicture] = await Promise.all(
  [40, 44, 48].map((width) => aPicture({ width, height: 40 })),
);
const inBase64 = (values: readonly (string | Uint8Array)[]) =>
  values.map((value) => Buffer.from(value as string).toString('base64'));

const replacing = (...values: readonly (string | Uint8Array)[]) => ({
  theirs: (dn: string, attribute: string) =>
    toLDIF(dn, { changetype: 'modify', replace: attribute, [attribute]: values }),
  isLeft: (held: readonly string[]) => inBase64(values).toString() === held.toString(),
});
const title = (before: LDIFValue, theirs: readonly string[]): Meanwhile => ({
  ...{ field: 'title', before, mine: 'Chef' },
  ...replacing(...theirs),
});
/** One of several values is ours, the one that the profile shows. */
const [ours, other] = ['+49 611 1234567', '+49 611 2345678'];
const beside = (before: readonly string[], theirs: readonly string[]): Meanwhile => ({
  ...{ field: 'extra', before, mine: '+49 611 7654321' },
  ...replacing(...theirs),
  isLeft: (held) => inBase64(theirs.filter((value) => value !== ours)).every((value) => held.includes(value)),
});
const moving = (to: (dn: string) => readonly [string, ...string[]]): Meanwhile => ({
  ...{ field: 'title', before: 'Baker', mine: 'Chef' },
  theirs: (dn) => {
    const [rdn, ...newSuperior] = to(dn);
    // Active Directory names people by cn, and keeps no old name.
    const deleteOld = /^cn=/iu.test(dn) ? 1 : 0;
    return [`dn: ${dn}`, 'changetype: modrdn', `newrdn: ${rdn}`, `deleteoldrdn: ${deleteOld}`, ...newSuperior, ''].join(
      '\n',
    );
  },
  isLeft: (_, entry) => /^dn: [^\n]*moved/imu.test(entry),
});

const rows: Readonly<Record<string, Meanwhile>> = {
  'another value': title('Baker', ['Boss']),
  'the value taken away': title('Baker', []),
  'case alone (`Baker`, `BAKER`)': title('Baker', ['BAKER']),
  'blanks alone': title('Head Baker', ['Head  Baker']),
  'the spelling of a phone number': {
    ...{ field: 'phone', before: '+49 611 1234567', mine: '+49 611 7654321' },
    ...replacing('+49 611 123-4567'),
  },
  'the Unicode form (`ü` as one sign or two)': title('J\u00fcrgen', ['Ju\u0308rgen']),
  'another picture': {
    ...{ field: 'picture', before: picture, mine: { base64: myPicture?.toString('base64') } },
    ...replacing(theirPicture as Buffer),
  },
  'a value where there was none': title(undefined, ['Boss']),
  'the same, attribute of several values': {
    ...{ field: 'extra', before: undefined, mine: '+49 611 7654321' },
    ...replacing('+49 611 5678901'),
  },
  'another value of the attribute added': beside([ours], [ours, other]),
  'another value of the attribute changed': beside([ours, other], [ours, '+49 611 3456789']),
  'another attribute': {
    ...{ field: 'title', before: 'Baker', mine: 'Chef' },
    theirs: (dn) => toLDIF(dn, { changetype: 'modify', replace: 'description', description: 'theirs' }),
    isLeft: (_, entry) => /^description: theirs$/mu.test(entry),
  },
  'the entry renamed': moving((dn) => [`cn=moved ${/=(\w+)/u.exec(dn)?.[1]}`]),
  'the entry moved': moving((dn) => [`${dn.split(',')[0]}`, `newsuperior: ou=moved,${dn.slice(dn.indexOf(',') + 1)}`]),
};

type Moment = 'before our read' | 'between our read and our write';

/** The rows of the page's table: what was done meanwhile, with a verdict for each column after it. */
const page = readFileSync(new URL('../../docs/saving.md', import.meta.url), 'utf8');
const [, table = ''] = /## What is caught where\n([\s\S]+?)(?:\n## |$)/.exec(page) ?? [];
const [header = [], , ...promised] = table
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('**', '')),
  );

test('the page has a row for each of them, and no other', () => {
  expect(promised.map(([what]) => what)).toEqual(Object.keys(rows));
  expect(header.slice(1)).toEqual([
    'before our read',
    'between our read and our write: OpenLDAP',
    'the same: Active Directory',
  ]);
});

describe.each([
  ['OpenLDAP', openLDAPCompany, { extra: 'mobile', picture: 'jpegPhoto' }, 0],
  ['Active Directory', activeDirectoryCompany, { extra: 'otherMobile', picture: 'thumbnailPhoto' }, 1],
] as const)('W4 what somebody else does to an entry in %s while somebody edits it', (_, startCompany, own, column) => {
  const attributes = { title: 'title', phone: 'telephoneNumber', ...own };
  let company: Company;
  let api: API;
  /** Done as soon as the entry was read to be written. */
  let deed: (() => void) | undefined;
  beforeAll(async () => {
    company = await startCompany();
    const base = [company.definition.userDN, company.definition.baseDN].join();
    company.changeNow(`dn: ou=moved,${base}\nchangetype: add\nobjectClass: organizationalUnit\n`);
    api = await startAPI({
      companies: { hq: company },
      fields: Object.entries(fieldTypes).map(([key, type]) => ({
        ...{ key, type },
        source: { kind: 'directory', attribute: attributes[key as Meanwhile['field']], edit: 'writeBack' },
      })),
      openGateway: (definition, bindPassword) => {
        const gateway = createDirectoryGateway(definition, { bindPassword });
        const change: DirectoryGateway['change'] = (id, names, plan) =>
          gateway.change(id, names, (entry) => {
            const planned = plan(entry);
            deed?.();
            deed = undefined;
            return planned;
          });
        return { ...gateway, change };
      },
    });
  });
  afterAll(async () => {
    await api?.stop();
    await company?.stop();
  });

  /** What became of the save, judged by what the directory holds. */
  async function verdictOn({ field, before, mine, theirs, isLeft }: Meanwhile, moment: Moment): Promise<string> {
    const attribute = attributes[field];
    const username = await company.add({ [attribute]: before });
    const token = await api.signIn(username, company.password);
    const shown = await api.show(token);
    const dn = await company.dnOf(username);
    deed = () => company.changeNow(theirs(dn, attribute));
    if (moment === 'before our read') {
      deed();
      deed = undefined;
    }
    const changes = { [field]: { from: fieldOf(shown, field).value, to: mine } };
    const { outcomes } = (await api.save(token, changes, { revision: shown.revision })).body;
    expect(deed, 'they did it').toBeUndefined();
    const held = inBase64(await company.bytes(username, attribute));
    const isTheirsLeft = isLeft(held, await company.entry(username));
    const status = outcomes[field]?.status ?? 'nothing';
    if (status !== 'saved') return isTheirsLeft ? status : `${status}, theirs lost`;
    const isMine = field === 'picture' || inBase64([mine as string]).every((value) => held.includes(value));
    if (!isMine) return 'saved, mine lost';
    return isTheirsLeft ? 'saved, theirs stays' : 'overwritten';
  }

  test.each(promised)('%s', async (what, beforeRead, ...between) => {
    const row = rows[what as string] as Meanwhile;
    expect(await verdictOn(row, 'before our read')).toBe(beforeRead);
    expect(await verdictOn(row, 'between our read and our write')).toBe(between[column]);
  });
});
