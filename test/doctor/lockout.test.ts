import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activeDirectoryCompany, type Company, openLDAPCompany } from '#test/api/company.ts';
import { modifyActiveDirectory } from '#test/directories/active-directory.ts';
import { aClinic } from './clinic.ts';

/** The step on locked accounts, where sign-in stops at so many wrong passwords. */
async function examine(company: Company, signIn: object) {
  const clinic = await aClinic(company);
  try {
    await clinic.api.configure({ ...(await clinic.api.configuration()), signIn });
    const report = await clinic.doctor();
    return report.directories[0]?.steps.find(({ step }) => step === 'lockout');
  } finally {
    await clinic.stop();
  }
}

describe('X4, W2 the doctor compares sign-in with the lock-out of OpenLDAP', () => {
  let company: Awaited<ReturnType<typeof openLDAPCompany>>;
  beforeAll(async () => {
    const policy = (name: string, lines: readonly string[]) =>
      `dn: cn=${name},dc=example,dc=org\nobjectClass: organizationalRole\nobjectClass: pwdPolicy\ncn: ${name}\npwdAttribute: userPassword\n${lines.join('\n')}\n\n`;
    company = await openLDAPCompany({
      globalConf: ['moduleload ppolicy'],
      databaseConf: ['overlay ppolicy', 'ppolicy_default "cn=lax,dc=example,dc=org"'],
      ldif: [
        policy('lax', ['pwdLockout: TRUE', 'pwdMaxFailure: 9', 'pwdFailureCountInterval: 600']),
        policy('strict', ['pwdLockout: TRUE', 'pwdMaxFailure: 5', 'pwdFailureCountInterval: 1800']),
        policy('without', ['pwdLockout: FALSE', 'pwdMaxFailure: 2']),
      ],
    });
    await company.add();
  });
  afterAll(() => company?.stop());

  test('fewer attempts than the strictest policy that locks are sound', async () => {
    const step = await examine(company, { attempts: 4, attemptsWithinMinutes: 30 });
    expect(step).toEqual({
      step: 'lockout',
      ok: true,
      detail: 'cn=strict,dc=example,dc=org locks an account with 5 wrong passwords; sign-in stops at 4',
      saw: 'lockout',
      params: { dn: 'cn=strict,dc=example,dc=org', most: 5, stopsAt: 4 },
    });
  });

  test('as many are a fault, with the mend', async () => {
    const step = await examine(company, { attempts: 5 });
    expect(step).toMatchObject({ ok: false, rule: 'lockoutThreshold' });
    expect(step?.fix).toContain('less than 5');
  });

  test('wrong passwords that are forgotten sooner here than there are noted', async () => {
    const step = await examine(company, { attempts: 4, attemptsWithinMinutes: 29 });
    expect(step).toMatchObject({ ok: true, isWarning: true, rule: 'lockoutMemory' });
    expect(step?.fix).toContain('to 30 or more');
  });

  test('where nobody signs in by password there is nothing to compare', async () => {
    expect(await examine(company, { password: false, attempts: 50 })).toBeUndefined();
  });
});

test('X4, W2 so it does with a directory that shows no policy', async () => {
  const company = await openLDAPCompany();
  await company.add();
  expect(await examine(company, {})).toMatchObject({ ok: true, detail: 'no policy that locks accounts is to be seen' });
  await company.stop();
});

describe('X4, W2 … and with the domain policy of Active Directory', () => {
  let company: Awaited<ReturnType<typeof activeDirectoryCompany>>;
  /** So many that no other test, which shares the domain, is touched. */
  const setThreshold = (threshold: number) =>
    modifyActiveDirectory(
      company.directory,
      `dn: ${company.directory.baseDN}\nchangetype: modify\nreplace: lockoutThreshold\nlockoutThreshold: ${threshold}\n`,
    );
  beforeAll(async () => {
    company = await activeDirectoryCompany();
    await company.add();
    await setThreshold(40);
  });
  afterAll(async () => {
    await setThreshold(0);
    await company?.stop();
  });

  test('fewer attempts than its threshold are sound, as many are a fault', async () => {
    const sound = await examine(company, { attempts: 39, attemptsWithinMinutes: 60 });
    expect(sound).toMatchObject({ ok: true, detail: expect.stringContaining('with 40 wrong passwords') });
    expect(sound?.isWarning).toBeUndefined();
    expect(await examine(company, { attempts: 40 })).toMatchObject({ ok: false, rule: 'lockoutThreshold' });
    expect(await examine(company, { attempts: 39, attemptsWithinMinutes: 1 })).toMatchObject({ rule: 'lockoutMemory' });
  });
});
