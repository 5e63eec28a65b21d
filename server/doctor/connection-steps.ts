import type { DirectoryDefinition } from '#shared/contract/configuration/directory.ts';
import type { BindPassword } from '../configuration/bind-password.ts';
import type { Description, Examination } from '../directory/examination.ts';
import { Found, type Recorder } from './recorder.ts';

const soonDays = 30;
const day = 86_400_000;
const thisMachine = /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/;

export interface ConnectionSteps {
  readonly definition: DirectoryDefinition;
  readonly examination: Examination;
  readonly recorder: Recorder;
  readonly now: Date;
  readonly password: BindPassword;
}

/** From the definition to a bound connection whose bases are there; undefined where it ended before. */
export async function connectionSteps(steps: ConnectionSteps): Promise<Description | undefined> {
  const { definition, examination, recorder } = steps;
  const address = await recorder.make('definition', async () => {
    const found = await examination.address();
    if ('issue' in steps.password) {
      throw new Found({
        detail: `bindPassword ${steps.password.issue}`,
        rule: 'noBindPassword',
        cause: 'The password of the service account is not at hand.',
        fix: 'Set the environment variable for this process, or give the password again.',
      });
    }
    return { detail: `${definition.url}, port ${found.port}, ${encryption[found.tls]}`, value: found };
  });
  if (!address) return undefined;
  const { host, port, tls } = address.value;
  const isKnown = await recorder.make('dns', async () => {
    const addresses = await examination.lookUp();
    return { detail: addresses ? `${host} is ${addresses.join(', ')}` : `${host} is an address itself`, value: true };
  });
  if (!isKnown) return undefined;
  const takesConnections = await recorder.make('connect', async () => {
    await examination.knock();
    return { detail: `${host} takes connections at port ${port}`, value: true };
  });
  if (!takesConnections || !(await tlsStep(steps, host, tls))) return undefined;
  const isBound = await recorder.make('bind', async () => {
    await examination.bind();
    const detail = definition.bindDN === undefined ? 'anonymously, as no bindDN is given' : `as ${definition.bindDN}`;
    return { detail, value: true };
  });
  if (!isBound) return undefined;
  const description = await recorder.make('directory', async () => {
    const found = await examination.describe();
    return { detail: `${products[found.name]}; ${found.canAssert ? asserts : comparesValues}`, value: found };
  });
  return description && (await baseSteps(steps, description.value)) ? description.value : undefined;
}

async function tlsStep({ examination, recorder, now }: ConnectionSteps, host: string, tls: string): Promise<boolean> {
  const step = await recorder.make('tls', async () => {
    const security = await examination.connect();
    if (!security) {
      const warning = {
        rule: 'clearText',
        cause: `With tls "${tls}" passwords and values pass the network readable by others.`,
        fix: 'Use ldaps:// or StartTLS.',
      };
      return { detail: 'not encrypted', value: true, warning: thisMachine.test(host) ? undefined : warning };
    }
    const { protocol, subject, issuer, validTo } = security;
    const days = Math.floor((validTo.getTime() - now.getTime()) / day);
    const date = validTo.toISOString().slice(0, 10);
    const warning = {
      rule: 'certificateExpiresSoon',
      cause: `The certificate expires on ${date}.`,
      fix: 'Renew it before that.',
    };
    const detail = `${protocol}; the certificate of ${subject}, signed by ${issuer}, is valid until ${date}`;
    return { detail, value: true, warning: days < soonDays ? warning : undefined };
  });
  return step !== undefined;
}

/** Each base is there. Where it is not, which part of it is wrong is found out too. */
async function baseSteps(
  { definition, examination, recorder }: ConnectionSteps,
  { bases, namingContexts }: Description,
) {
  let areThere = true;
  for (const base of bases) {
    const step = await recorder.make('base', async () => {
      if (await examination.has(base)) return { detail: `${base} is there`, value: true };
      throw new Found({ detail: `${base} is not there`, ...(await whatIsWrong(base)) });
    });
    areThere &&= step !== undefined;
  }
  return areThere;

  async function whatIsWrong(base: string) {
    const { baseDN, userDN } = definition;
    const [first] = bases;
    const holds = namingContexts.length > 0 ? ` The directory holds ${namingContexts.join('; ')}.` : '';
    if (base === first && userDN.toLowerCase().endsWith(baseDN.toLowerCase())) {
      return {
        rule: 'userDNRepeatsBase',
        cause: `userDN is put before baseDN, and "${userDN}" holds baseDN already.`,
        fix: `Set userDN to "${userDN.slice(0, -baseDN.length).replace(/\s*,\s*$/, '')}".`,
      };
    }
    if (base === first && userDN !== '' && (await examination.has(baseDN))) {
      const cause = `baseDN ${baseDN} is there, but nothing called "${userDN}" lies below it, or it is hidden from the service account.`;
      return { rule: 'wrongUserDN', cause, fix: 'Correct userDN, or leave it empty; permit the account to read it.' };
    }
    const cause = `The directory has no ${base}, or hides it from the service account.${holds}`;
    return { rule: 'wrongBaseDN', cause, fix: 'Correct baseDN, or permit the account to read it.' };
  }
}

const encryption = {
  none: 'not encrypted',
  starttls: 'encrypted by StartTLS',
  ldaps: 'encrypted from the start',
} as const;
const products = { openldap: 'OpenLDAP or alike', 'active-directory': 'Active Directory' } as const;
const asserts = 'a save is refused by the directory itself if anything of the entry changed (RFC 4528)';
const comparesValues =
  'a save deletes the old value and adds the new one in one step, which fails if the old one is gone';
