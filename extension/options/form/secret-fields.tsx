import { useTexts } from '../context.ts';
import { ChoiceField } from './choices.tsx';
import { TextField } from './controls.tsx';
import type { SecretDraft } from './secret.ts';

/** A secret that goes in and never comes out: where it comes from, and what it is. */
export function SecretFields(props: {
  readonly name: string;
  readonly label: string;
  /** Of the secret itself. */
  readonly valueLabel: string;
  readonly variable: string;
  readonly secret: SecretDraft;
  readonly hasStored: boolean;
  readonly isOptional?: boolean;
  /** Why it has to be entered again, where it would go elsewhere than so far. */
  readonly again: string | undefined;
  onChange(secret: SecretDraft): void;
}) {
  const { name, label, valueLabel, variable, secret, hasStored, isOptional, again, onChange } = props;
  const texts = useTexts('form');
  const put = (patch: Partial<SecretDraft>) => onChange({ ...secret, ...patch });
  const choice = (value: SecretDraft['from'], called: string, meaning: string) => ({ value, label: called, meaning });
  const mustProve = again !== undefined && secret.from !== 'none';
  return (
    <>
      <ChoiceField
        name={name}
        label={label}
        value={secret.from}
        options={[
          ...(isOptional ? [choice('none', texts.secretNone, texts.secretNoneMeaning)] : []),
          ...(hasStored ? [choice('stored', texts.secretStored, texts.secretStoredMeaning)] : []),
          choice('value', texts.secretValue, texts.secretValueMeaning),
          choice('env', texts.secretEnv, texts.secretEnvMeaning),
        ]}
        onChange={(from) => put({ from })}
      />
      {secret.from === 'env' && (
        <TextField
          name={`${name}.env`}
          label={texts.variable}
          required
          isCode
          placeholder={variable}
          value={secret.env}
          onChange={(env) => put({ env: env ?? '' })}
        />
      )}
      {(secret.from === 'value' || mustProve) && (
        <TextField
          name={`${name}.value`}
          label={valueLabel}
          type="password"
          required
          {...(mustProve && { help: again })}
          value={secret.value}
          onChange={(value) => put({ value: value ?? '', ...(secret.from === 'stored' && { from: 'value' }) })}
        />
      )}
    </>
  );
}
