import { Problem } from '../problem.ts';
import { ConnectionError, type ConnectionFault, ResultError } from './connection-errors.ts';
import { resultCode } from './result-code.ts';

type Sentence = readonly [rule: string, sentence: string];

/** RFC 4511 appendix A.2, for what is not a person's doing: what it means, and the mend. */
const setUpWrongly: Readonly<Record<number, Sentence>> = {
  [resultCode.operationsError]: [
    'bindRequired',
    'wants a service account before it answers. Give a bindDN and a bindPassword.',
  ],
  [resultCode.sizeLimitExceeded]: [
    'sizeLimit',
    'gives out only so many entries. Raise the limit of the service account (OpenLDAP: "limits dn.exact=… size.prtotal=unlimited").',
  ],
  [resultCode.authMethodNotSupported]: ['bindRequired', 'does not accept a simple bind.'],
  [resultCode.strongerAuthRequired]: [
    'encryptionRequired',
    'accepts the sign-in over an encrypted connection only. Use ldaps:// or StartTLS.',
  ],
  [resultCode.referral]: [
    'referral',
    'answers that another server has this: it is a read-only copy, or has another base. Give the address of that server; it is not followed.',
  ],
  [resultCode.unavailableCriticalExtension]: ['missingControl', 'lacks a control that Nameplate needs.'],
  [resultCode.confidentialityRequired]: [
    'encryptionRequired',
    'answers over an encrypted connection only. Use ldaps:// or StartTLS.',
  ],
  [resultCode.noSuchObject]: [
    'noSuchBase',
    'has no such base, or hides it from the service account. Check baseDN and userDN.',
  ],
  [resultCode.invalidDNSyntax]: [
    'wrongBase',
    'takes a configured DN for none. Check baseDN, userDN and the groups of roles.',
  ],
  [resultCode.inappropriateAuthentication]: [
    'serviceAccount',
    'does not accept the service account. Check bindDN and bindPassword.',
  ],
  [resultCode.invalidCredentials]: [
    'serviceAccount',
    'does not accept the service account. Check bindDN and bindPassword.',
  ],
  [resultCode.insufficientAccessRights]: [
    'mayNotRead',
    'does not permit the service account to read people. Check its access rights.',
  ],
};

/** What passes by itself, or by less work. */
const notNow: Readonly<Record<number, Sentence>> = {
  [resultCode.timeLimitExceeded]: [
    'tooSlow',
    'took too long for the search. Index the attributes of the user filter, or raise the time limit.',
  ],
  [resultCode.adminLimitExceeded]: [
    'tooSlow',
    'found the search too much work. Index the attributes of the user filter.',
  ],
  [resultCode.busy]: ['busy', 'is busy. Try again in a moment.'],
  [resultCode.unavailable]: ['shuttingDown', 'is being shut down or restarted. Try again in a moment.'],
};

/** Why a directory would not have a change, in words a person understands (W5). */
const refusals: Readonly<Record<number, Sentence>> = {
  [resultCode.adminLimitExceeded]: ['tooLong', 'The value is too long for the directory.'],
  [resultCode.noSuchAttribute]: [
    'noSuchAttribute',
    'The directory does not know this attribute, or not with this value.',
  ],
  [resultCode.undefinedAttributeType]: ['noSuchAttribute', 'The directory does not know this attribute.'],
  [resultCode.inappropriateMatching]: ['constraint', 'The directory cannot compare the values of this attribute.'],
  [resultCode.constraintViolation]: ['constraint', 'The value breaks a rule of the directory.'],
  [resultCode.attributeOrValueExists]: ['constraint', 'The directory holds this value already, or takes only one.'],
  [resultCode.invalidAttributeSyntax]: ['wrongSyntax', 'The directory does not take a value of this form or length.'],
  [resultCode.invalidDNSyntax]: ['wrongSyntax', 'The value is no name of an entry in the directory.'],
  [resultCode.insufficientAccessRights]: [
    'notPermitted',
    'Nameplate is not permitted to change this in the directory.',
  ],
  [resultCode.unwillingToPerform]: ['unwilling', 'The directory does not let this be changed.'],
  [resultCode.namingViolation]: ['namingAttribute', 'The entry is named by this value, so it cannot be changed here.'],
  [resultCode.objectClassViolation]: [
    'notAllowedByObjectClass',
    'The entry is of a kind that cannot have this, or cannot be without it.',
  ],
  [resultCode.notAllowedOnRDN]: ['namingAttribute', 'The entry is named by this value, so it cannot be changed here.'],
  [resultCode.objectClassModsProhibited]: ['notAllowedByObjectClass', 'The kind of the entry cannot be changed here.'],
  [resultCode.authorizationDenied]: ['mayNotWriteAs', 'The directory does not let Nameplate write as you.'],
  [resultCode.other]: ['other', 'The directory refused the value and did not say why.'],
};

/** A condition that fails although, read again, the entry is as it was: something of it is hidden. */
const notAsShown: Sentence = [
  'notAsShown',
  'The directory says that the entry is not as it shows it, so this cannot be changed safely.',
];

const connectionFaults: Readonly<Record<ConnectionFault, Sentence>> = {
  unreachable: ['unreachable', 'cannot be reached. Check its address, and whether it runs.'],
  startTLS: ['startTLS', 'refused to encrypt the connection (StartTLS). Set up its certificate, or use ldaps://.'],
  clearText: [
    'clearText',
    'went on in clear text after it had agreed to encrypt, as somebody in between would. Look at the network, or use ldaps://.',
  ],
  tls: [
    'tls',
    'does not speak TLS there, or none from TLS 1.2 on. Check the port: ldaps:// has one of its own, ldap:// goes with StartTLS.',
  ],
  timeout: ['timeout', 'did not answer in time.'],
  closed: ['closed', 'closed the connection.'],
  protocol: ['protocol', 'sent an answer that cannot be read.'],
};

/** Errors of the system and of TLS, by their codes in Node. */
const systemFaults: Readonly<Record<string, Sentence>> = {
  ECONNREFUSED: ['connectionRefused', 'does not take connections. Check the port, and whether it runs.'],
  ENOTFOUND: ['unknownHost', 'has an address whose host name nobody knows. Check the url.'],
  EAI_AGAIN: ['unknownHost', 'cannot be looked up: the name service does not answer.'],
  CERT_HAS_EXPIRED: ['certificateExpired', 'has a certificate that expired. Renew it.'],
  CERT_NOT_YET_VALID: ['certificateNotYetValid', 'has a certificate that is not valid yet. Check the clocks.'],
  ERR_TLS_CERT_ALTNAME_INVALID: [
    'certificateName',
    'has a certificate for another name than the one in its address. Use a name that the certificate lists.',
  ],
  DEPTH_ZERO_SELF_SIGNED_CERT: [
    'certificateSelfSigned',
    'has a certificate that it signed itself. Give that certificate as caFile, or have it signed by an authority.',
  ],
};
const untrusted: Sentence = [
  'certificateUntrusted',
  'has a certificate of an authority that is not trusted. Give its CA as caFile.',
];
const untrustedCode = /^(?:UNABLE_TO_|SELF_SIGNED_|CERT_)/;

/** ERROR_DS_RANGE_CONSTRAINT, by which Active Directory says that a value is too long. */
const tooLong = /^00002082:/;
const maySayTooLong: readonly number[] = [resultCode.constraintViolation, resultCode.invalidAttributeSyntax];

/** The sub-codes by which Active Directory tells why a bind failed; for the log and for admins, never for the person. */
const bindFailures: Readonly<Record<string, string>> = {
  '525': 'no such user',
  '52e': 'wrong password',
  '530': 'not at this hour',
  '531': 'not from this computer',
  '532': 'the password expired',
  '533': 'the account is disabled',
  '701': 'the account expired',
  '773': 'the password must be changed first',
  '775': 'the account is locked',
};

/** Any error of a unit of work as a problem that names the directory; what is no error of LDAP stays as it is. */
export function problemOf(error: unknown, directoryName: string): unknown {
  const problem = (kind: 'internal' | 'unavailable', [rule, sentence]: Sentence) =>
    new Problem(kind, `The directory "${directoryName}" ${sentence}`, { rule, cause: error });
  if (error instanceof ConnectionError) return problem('unavailable', connectionSentence(error));
  if (!(error instanceof ResultError)) return error;
  const passing = notNow[error.code];
  if (passing) return problem('unavailable', passing);
  const reason = bindFailure(error);
  const [rule, sentence] = setUpWrongly[error.code] ?? ['resultCode', `answered with the result code ${error.code}.`];
  return problem('internal', [rule, reason ? `${sentence} (${reason})` : sentence]);
}

/** Whether an answer is about the change, and not about the directory or the connection. */
export function isRefusal({ code }: ResultError): boolean {
  return code in refusals;
}

/** Why a directory would not have a change. */
export function refusalOf(error: ResultError): Problem {
  const isTooLong = maySayTooLong.includes(error.code) && tooLong.test(error.diagnostic);
  const [rule, sentence] = refusals[isTooLong ? resultCode.adminLimitExceeded : error.code] ?? notAsShown;
  return new Problem('refused', sentence, { rule, cause: error });
}

/** Somebody else changed the attribute while the changes were tried one by one. */
export function overtaken(): Problem {
  return new Problem('conflict', 'Somebody else changed this at the same moment.', { rule: 'overtaken' });
}

/** What was added next to values that cannot be seen has been taken back. */
export function hidden(): Problem {
  const sentence = 'The directory hides what it holds here from Nameplate, so nothing was added to it.';
  return new Problem('refused', sentence, { rule: 'hiddenValue' });
}

/** Why a bind failed, as Active Directory tells it (`data 52e`). */
export function bindFailure(error: ResultError): string | undefined {
  const subCode = bindSubCode(error);
  return subCode && (bindFailures[subCode] ?? `sub-code ${subCode}`);
}

export function bindSubCode({ code, diagnostic }: ResultError): string | undefined {
  if (code !== resultCode.invalidCredentials) return undefined;
  return /\bdata ([0-9a-f]{3})\b/i.exec(diagnostic)?.[1]?.toLowerCase();
}

function connectionSentence(error: ConnectionError): Sentence {
  const { cause } = error;
  const announced = cause instanceof ResultError && error.fault === 'closed' ? notNow[cause.code] : undefined;
  if (announced) return announced;
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  return systemFaults[code] ?? (untrustedCode.test(code) ? untrusted : connectionFaults[error.fault]);
}
