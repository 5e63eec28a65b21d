import type { DirectoryInput, ShownDirectory } from '#shared/contract/admin.ts';
import { type SecretDraft, secretDraft, secretInput } from '../form/secret.ts';

type Known<Members> = { readonly [Name in keyof Members as string extends Name ? never : Name]: Members[Name] };

/** A directory as it stands in the form. What a newer server knows beside it travels along. */
export type DirectoryDraft = Omit<Known<ShownDirectory>, 'bindPassword'> & { readonly secret: SecretDraft };

export const emptyDraft: DirectoryDraft = {
  key: '',
  url: '',
  baseDN: '',
  moreBaseDNs: [],
  domains: [],
  userDN: '',
  pageSize: 1000,
  connectTimeoutSeconds: 5,
  operationTimeoutSeconds: 10,
  timestampPattern: null,
  writeAs: 'service',
  enabled: true,
  secret: { from: 'value', value: '', env: '' },
};

export function toDraft({ bindPassword, ...members }: ShownDirectory): DirectoryDraft {
  return { ...members, secret: secretDraft(bindPassword, 'value') };
}

/** What is sent of a draft: nothing where nothing was entered, so that the defaults are the server's. */
export function toInput({ secret, ...members }: DirectoryDraft): DirectoryInput {
  const entered = Object.entries(members).filter(([, value]) => value !== undefined && value !== '');
  const input = Object.fromEntries(entered) as unknown as DirectoryInput;
  return { ...input, bindPassword: members.bindDN ? secretInput(secret) : null };
}

const destination = ['url', 'tls', 'caFile', 'ca', 'bindDN'] as const;

/** Whether the stored password would go elsewhere than so far: then it has to be entered again. */
export function isMoved(before: DirectoryDraft, draft: DirectoryDraft): boolean {
  return destination.some((member) => (before[member] ?? '') !== (draft[member] ?? ''));
}
