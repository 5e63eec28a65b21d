/** Where a secret comes from; a stored one is never seen (D4). */
export interface SecretDraft {
  readonly from: 'none' | 'stored' | 'value' | 'env';
  readonly value: string;
  readonly env: string;
}

/** As it is sent: `undefined` and `stored` keep the one that is there, null takes it away. */
export type SecretInput = { readonly env?: string; readonly value?: string; readonly stored?: true } | null | undefined;

/** What is shown of a kept secret as it stands in the form; where there is none, `without` says what is chosen. */
export function secretDraft(
  shown: { readonly env: string } | { readonly stored: true } | undefined,
  without: 'none' | 'value',
): SecretDraft {
  const empty = { value: '', env: '' };
  if (!shown) return { from: without, ...empty };
  return 'env' in shown ? { from: 'env', value: '', env: shown.env } : { from: 'stored', ...empty };
}

export function secretInput({ from, value, env }: SecretDraft): SecretInput {
  if (from === 'none') return null;
  if (from === 'stored') return { stored: true };
  if (from === 'value') return value === '' ? undefined : { value };
  return { env, ...(value !== '' && { value }) };
}
