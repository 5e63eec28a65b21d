import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aPerson } from '#test/directories/people.ts';
import { type Company, openLDAPCompany } from './company.ts';
import { type API, type CallOptions, startAPI } from './start-api.ts';

describe('X4 attempts to sign in', () => {
  let company: Company & { readonly slapd: { readonly peopleDN: string } };
  let api: API;
  let username: string;
  let time = new Date('2026-05-23T12:00:00Z');
  const pass = (minutes: number) => {
    time = new Date(time.getTime() + minutes * 60_000);
  };

  beforeAll(async () => {
    // Locks an account with the fifth wrong password, as many companies do.
    company = await openLDAPCompany({
      globalConf: ['moduleload ppolicy'],
      databaseConf: ['overlay ppolicy', 'ppolicy_default "cn=policy,dc=example,dc=org"'],
      ldif: [
        'dn: cn=policy,dc=example,dc=org\nobjectClass: organizationalRole\nobjectClass: pwdPolicy\ncn: policy\npwdAttribute: userPassword\npwdLockout: TRUE\npwdMaxFailure: 5\npwdFailureCountInterval: 1800\npwdLockoutDuration: 0\n\n',
      ],
    });
    api = await startAPI({
      companies: { hq: company },
      signIn: { attempts: 4, attemptsWithinMinutes: 30 },
      trustedProxies: ['127.0.0.9'],
      now: () => time,
    });
    await api.addLocalAdmin('root', 'local-password');
  });
  beforeEach(async () => {
    username = await company.add();
  });
  afterAll(async () => {
    await api?.stop();
    await company?.stop();
  });

  const attempt = (name: string, password: string, options: CallOptions = {}) =>
    api.call('POST', '/api/session', { body: { username: name, password }, ...options });
  const statuses = async (name: string, times: number, options?: CallOptions) => {
    const found: number[] = [];
    for (let n = 0; n < times; n++) found.push((await attempt(name, `wrong-${n}`, options)).status);
    return found;
  };

  test('a stranger gets so many, then 429 with Retry-After, and the directory never hears of the others', async () => {
    expect(await statuses(username, 8)).toEqual([401, 401, 401, 429, 429, 429, 429, 429]);
    const refused = await attempt(username, company.password);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('Retry-After')).toBe('1800');
    expect(refused.body).toMatchObject({ kind: 'throttled', rule: 'attempts', params: { minutes: 30 } });
    pass(29);
    expect((await attempt(username, company.password)).headers.get('Retry-After')).toBe('60');
    pass(1);
    expect((await attempt(username, company.password)).status).toBe(201);
  });

  test('every spelling of a name is the same person', async () => {
    for (const name of [username.toUpperCase(), ` ${username}  `, `CORP\\${username}`]) {
      expect((await attempt(name, 'wrong')).status).toBe(401);
    }
    for (const name of [username, `${username}@corp.example`, `corp\\${username} `, username.toUpperCase()]) {
      expect([name, (await attempt(name, 'wrong')).status]).toEqual([name, 429]);
    }
  });

  test('of 20 at once no more reach the directory than may', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => attempt(username, 'wrong')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(3);
    pass(31);
    expect((await attempt(username, company.password)).status).toBe(201);
  });

  test('strangers lock nobody out where they usually are; there, too, it ends before the directory locks', async () => {
    expect((await attempt(username, company.password, { from: '127.0.0.2' })).status).toBe(201);
    expect(await statuses(username, 5, { from: '127.0.0.3' })).toEqual([401, 401, 401, 429, 429]);
    expect((await attempt(username, company.password, { from: '127.0.0.2' })).status).toBe(201);
    expect(await statuses(username, 4, { from: '127.0.0.3' })).toEqual([401, 401, 401, 429]);
    expect(await statuses(username, 3, { from: '127.0.0.2' })).toEqual([401, 429, 429]);
    pass(31);
    expect((await attempt(username, company.password, { from: '127.0.0.4' })).status).toBe(201);
  });

  test('a right password makes the wrong ones before it forgotten', async () => {
    for (let round = 0; round < 4; round++) {
      expect(await statuses(username, 2)).toEqual([401, 401]);
      expect((await attempt(username, company.password)).status).toBe(201);
    }
  });

  test('unknown names and local accounts are told nothing else', async () => {
    expect(await statuses('nobody-at-all', 5)).toEqual([401, 401, 401, 429, 429]);
    expect(await statuses('ROOT', 5)).toEqual([401, 401, 401, 429, 429]);
    expect((await attempt('root', 'local-password')).status).toBe(429);
    pass(31);
    expect((await attempt('root', 'local-password')).status).toBe(201);
  });

  test('a proxy that is trusted tells the address, any other caller does not', async () => {
    const told = (address: string) => ({ 'X-Forwarded-For': address });
    expect((await attempt(username, company.password, { from: '127.0.0.9', headers: told('192.0.2.1') })).status).toBe(
      201,
    );
    await statuses(username, 4, { from: '127.0.0.3', headers: told('192.0.2.1') });
    expect((await attempt(username, company.password, { from: '127.0.0.3', headers: told('192.0.2.1') })).status).toBe(
      429,
    );
    const forged = told('192.0.2.1, 192.0.2.7');
    expect((await attempt(username, company.password, { from: '127.0.0.9', headers: forged })).status).toBe(429);
    const passedOn = told('192.0.2.7, 192.0.2.1');
    expect((await attempt(username, company.password, { from: '127.0.0.9', headers: passedOn })).status).toBe(201);
  });
});

test('X4 a directory that is down counts no attempt', async () => {
  const company = await openLDAPCompany();
  const username = await company.add();
  const api = await startAPI({ companies: { hq: company }, signIn: { attempts: 2 } });
  const statusOf = async () =>
    (await api.call('POST', '/api/session', { body: { username, password: company.password } })).status;
  try {
    await company.stop();
    for (let n = 0; n < 4; n++) expect(await statusOf()).toBe(503);
  } finally {
    await api.stop();
  }
});

test('X4 whoever has a namesake in an earlier directory does not lock them out there by signing in', async () => {
  const policy = [
    'dn: cn=policy,dc=example,dc=org\nobjectClass: organizationalRole\nobjectClass: pwdPolicy\ncn: policy\npwdAttribute: userPassword\npwdLockout: TRUE\npwdMaxFailure: 5\n\n',
  ];
  const [first, second] = await Promise.all([
    openLDAPCompany({
      globalConf: ['moduleload ppolicy'],
      databaseConf: ['overlay ppolicy', 'ppolicy_default "cn=policy,dc=example,dc=org"'],
      ldif: policy,
    }),
    openLDAPCompany(),
  ]);
  const api = await startAPI({ companies: { first, second } });
  const attempt = async (username: string, password: string) =>
    api.call<{ user?: { directory: string } }>('POST', '/api/session', { body: { username, password } });
  try {
    for (const company of [first, second]) {
      await company.slapd.ldapmodify(
        aPerson({ uid: 'namesake', password: `fake-${company === first ? 'first' : 'second'}` }).replace(
          '\n',
          '\nchangetype: add\n',
        ),
      );
    }
    for (let n = 0; n < 7; n++) {
      const { status, body } = await attempt('namesake', 'fake-second');
      expect([n, status, body.user?.directory]).toEqual([n, 201, 'second']);
    }
    expect(await first.values('namesake', 'pwdAccountLockedTime')).toEqual([]);
  } finally {
    await api.stop();
    await Promise.all([first.stop(), second.stop()]);
  }
});
