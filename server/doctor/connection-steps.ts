import type { DirectoryDefinition } from '#shared/contract/configuration/directory.ts';
import type { BindPassword } from '../configuration/bind-password.ts';
import type { Description, Examination } from '../directory/examination.ts';
import { type Explained, Found, finding, type Recorder } from './recorder.ts';
import { saw } from './saw.ts';

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
    return { ...saw('address', { url: definition.url, port: found.port, tls: found.tls }), value: found };
  });
  if (!address) return undefined;
  const { host, port, tls } = address.value;
  const isKnown = await recorder.make('dns', async () => {
    const addresses = await examination.lookUp();
    const seen = addresses
      ? saw('hostAddresses', { host, addresses: addresses.join(', ') })
      : saw('hostIsAddress', { host });
    return { ...seen, value: true };
  });
  if (!isKnown) return undefined;
  const takesConnections = await recorder.make('connect', async () => {
    await examination.knock();
    return { ...saw('takesConnections', { host, port }), value: true };
  });
  if (!takesConnections || !(await tlsStep(steps, host, tls))) return undefined;
  const isBound = await recorder.make('bind', async () => {
    await examination.bind();
    const { bindDN: dn } = definition;
    return { ...(dn === undefined ? saw('boundAnonymously', {}) : saw('boundAs', { dn })), value: true };
  });
  if (!isBound) return undefined;
  const description = await recorder.make('directory', async () => {
    const found = await examination.describe();
    return { ...saw('product', { product: found.name, asserts: found.canAssert }), value: found };
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
      return { ...saw('notEncrypted', {}), value: true, warning: thisMachine.test(host) ? undefined : warning };
    }
    const { protocol, subject, issuer, validTo } = security;
    const days = Math.floor((validTo.getTime() - now.getTime()) / day);
    const date = validTo.toISOString().slice(0, 10);
    const warning = {
      rule: 'certificateExpiresSoon',
      cause: `The certificate expires on ${date}.`,
      fix: 'Renew it before that.',
    };
    const seen = saw('certificate', { protocol, subject, issuer, date });
    return { ...seen, value: true, warning: days < soonDays ? warning : undefined };
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
      if (await examination.has(base)) return { ...saw('baseThere', { base }), value: true };
      throw new Found(finding(saw('baseMissing', { base }), await whatIsWrong(base)));
    });
    areThere &&= step !== undefined;
  }
  return areThere;

  async function whatIsWrong(base: string): Promise<Explained> {
    const { baseDN, userDN } = definition;
    const [first] = bases;
    const contexts = namingContexts.join('; ');
    const holds = contexts === '' ? '' : ` The directory holds ${contexts}.`;
    if (base === first && userDN.toLowerCase().endsWith(baseDN.toLowerCase())) {
      const right = userDN.slice(0, -baseDN.length).replace(/\s*,\s*$/, '');
      return {
        rule: 'userDNRepeatsBase',
        cause: `userDN is put before baseDN, and "${userDN}" holds baseDN already.`,
        fix: `Set userDN to "${right}".`,
        params: { userDN: right },
      };
    }
    if (base === first && userDN !== '' && (await examination.has(baseDN))) {
      const cause = `baseDN ${baseDN} is there, but nothing called "${userDN}" lies below it, or it is hidden from the service account.`;
      return { rule: 'wrongUserDN', cause, fix: 'Correct userDN, or leave it empty; permit the account to read it.' };
    }
    const cause = `The directory has no ${base}, or hides it from the service account.${holds}`;
    const fix = 'Correct baseDN, or permit the account to read it.';
    return { rule: 'wrongBaseDN', cause, fix, params: { contexts } };
  }
}
