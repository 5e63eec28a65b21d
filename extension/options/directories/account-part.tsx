import { useTexts } from '../context.ts';
import { ChoiceField } from '../form/choices.tsx';
import { TextField } from '../form/controls.tsx';
import { type DirectoryDraft, isMoved, type SecretDraft } from './directory-draft.ts';
import type { PartProps } from './part-props.ts';

/** As whom Nameplate speaks to the directory. Its password goes in, and never comes out. */
export function AccountPart({ draft, put, before }: PartProps & { readonly before: DirectoryDraft | undefined }) {
  const texts = useTexts('directories');
  const { secret, bindDN } = draft;
  const putSecret = (patch: Partial<SecretDraft>) => put({ secret: { ...secret, ...patch } });
  const hasStored = before?.secret.from === 'stored';
  const mustProve = before !== undefined && before.bindDN !== undefined && isMoved(before, draft);
  return (
    <section class="card">
      <h2>{texts.parts.account}</h2>
      <p>{texts.meanings.account}</p>
      <div class="form-grid">
        <TextField
          name="bindDN"
          label={texts.bindDN}
          help={texts.bindDNHelp}
          isWide
          isCode
          value={bindDN}
          onChange={(dn) => put({ bindDN: dn })}
        />
        {bindDN !== undefined && (
          <ChoiceField
            name="bindPassword"
            label={texts.secret}
            value={secret.from}
            options={[
              ...(hasStored
                ? [{ value: 'stored', label: texts.secretStored, meaning: texts.secretStoredMeaning } as const]
                : []),
              { value: 'value', label: texts.secretValue, meaning: texts.secretValueMeaning },
              { value: 'env', label: texts.secretEnv, meaning: texts.secretEnvMeaning },
            ]}
            onChange={(from) => putSecret({ from })}
          />
        )}
        {bindDN !== undefined && secret.from === 'env' && (
          <TextField
            name="bindPassword.env"
            label={texts.variable}
            required
            isCode
            placeholder="HQ_PASSWORD"
            value={secret.env}
            onChange={(env) => putSecret({ env: env ?? '' })}
          />
        )}
        {bindDN !== undefined && (secret.from === 'value' || mustProve) && (
          <TextField
            name="bindPassword.value"
            label={texts.password}
            type="password"
            required
            {...(mustProve && { help: texts.passwordAgain })}
            value={secret.value}
            onChange={(value) => putSecret({ value: value ?? '', ...(secret.from === 'stored' && { from: 'value' }) })}
          />
        )}
      </div>
    </section>
  );
}
