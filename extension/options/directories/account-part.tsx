import { useTexts } from '../context.ts';
import { ChoiceField } from '../form/choices.tsx';
import { TextField } from '../form/controls.tsx';
import { SecretFields } from '../form/secret-fields.tsx';
import { type DirectoryDraft, isMoved } from './directory-draft.ts';
import type { PartProps } from './part-props.ts';

const writers = ['service', 'person', 'proxied'] as const;

/** As whom Nameplate speaks to the directory. Its password goes in, and never comes out. */
export function AccountPart({ draft, put, before }: PartProps & { readonly before: DirectoryDraft | undefined }) {
  const texts = useTexts('directories');
  const { secret, bindDN } = draft;
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
          <SecretFields
            name="bindPassword"
            label={texts.secret}
            valueLabel={texts.password}
            variable="HQ_PASSWORD"
            secret={secret}
            hasStored={before?.secret.from === 'stored'}
            again={mustProve ? texts.passwordAgain : undefined}
            onChange={(next) => put({ secret: next })}
          />
        )}
        {draft.join === undefined && (
          <ChoiceField
            name="writeAs"
            label={texts.writeAs}
            isWide
            value={draft.writeAs}
            options={writers.map((value) => ({
              value,
              label: texts.writers[value][0],
              meaning: texts.writers[value][1],
            }))}
            onChange={(writeAs) => put({ writeAs })}
          />
        )}
      </div>
    </section>
  );
}
