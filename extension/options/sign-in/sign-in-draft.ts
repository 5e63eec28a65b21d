import type { ShownSignIn, SignInInput } from '#shared/contract/admin.ts';
import { type SecretDraft, secretDraft, secretInput } from '../form/secret.ts';

type Known<Members> = { readonly [Name in keyof Members as string extends Name ? never : Name]: Members[Name] };
type ShownOpenID = NonNullable<Known<ShownSignIn>['openid']>;

/** A provider as it stands in the form. */
export type OpenIDDraft = Omit<Known<ShownOpenID>, 'clientSecret'> & { readonly secret: SecretDraft };

/** Who may come in and how, as it stands in the form. What a newer server knows beside it travels along. */
export type SignInDraft = Omit<Known<ShownSignIn>, 'openid'> & { readonly openid?: OpenIDDraft | undefined };

export const emptyOpenID: OpenIDDraft = {
  issuer: '',
  clientId: '',
  serverUrl: '',
  scope: 'openid profile',
  usernameClaim: 'preferred_username',
  secret: { from: 'value', value: '', env: '' },
};

export function toDraft({ openid, ...members }: ShownSignIn): SignInDraft {
  if (!openid) return members;
  const { clientSecret, ...provider } = openid;
  return { ...members, openid: { ...provider, secret: secretDraft(clientSecret, 'none') } };
}

export function toInput({ openid, ...members }: SignInDraft): SignInInput {
  if (!openid) return members;
  const { secret, ...provider } = openid;
  const entered = Object.entries(provider).filter(([, value]) => value !== undefined && value !== '');
  const sent = Object.fromEntries(entered) as unknown as typeof provider;
  return { ...members, openid: { ...sent, clientSecret: secretInput(secret) } };
}

/** Whether the stored secret would go elsewhere than so far: then it has to be entered again. */
export function isMoved(before: OpenIDDraft, { issuer, clientId }: OpenIDDraft): boolean {
  return before.issuer !== issuer || before.clientId !== clientId;
}
