import { useTexts } from '../context.ts';
import { DateField, NumberField, TextField } from '../form/controls.tsx';
import { type FieldDraft, withRule } from './field-draft.ts';
import { OptionsField } from './options-field.tsx';
import { settingNames } from './setting-names.ts';

/** The settings that only the field's type has, as its schema lists them. */
export function TypeSettings({ field, onChange }: { readonly field: FieldDraft; onChange(field: FieldDraft): void }) {
  const { key, type, validation = {} } = field;
  const texts = useTexts('fields');
  const names = settingNames(type);
  const has = (name: string) => names.includes(name);
  const nameOf = (member: string) => `${key}.${member}`;
  return (
    <section class="card">
      <h2>{texts.parts.rules}</h2>
      {names.length === 0 && <p>{texts.noRules}</p>}
      {has('options') && (
        <OptionsField
          name={nameOf('options')}
          options={field.options ?? []}
          onChange={(options) => onChange({ ...field, options })}
        />
      )}
      <div class="form-grid">
        {(['minLength', 'maxLength'] as const)
          .filter((rule) => has(`validation.${rule}`))
          .map((rule) => (
            <NumberField
              key={rule}
              name={nameOf(`validation.${rule}`)}
              label={texts[rule]}
              min={0}
              max={4096}
              value={validation[rule] as number | undefined}
              onChange={(value) => onChange(withRule(field, rule, value))}
            />
          ))}
        {has('validation.pattern') && (
          <TextField
            name={nameOf('validation.pattern')}
            label={texts.pattern}
            help={texts.patternHelp}
            isCode
            value={validation.pattern as string | undefined}
            onChange={(value) => onChange(withRule(field, 'pattern', value))}
          />
        )}
        {(['earliest', 'latest'] as const)
          .filter((rule) => has(`validation.${rule}`))
          .map((rule) => (
            <DateField
              key={rule}
              name={nameOf(`validation.${rule}`)}
              label={texts[rule]}
              value={validation[rule] as string | undefined}
              onChange={(value) => onChange(withRule(field, rule, value))}
            />
          ))}
        {(['maxBytes', 'maxEdge'] as const).filter(has).map((member) => (
          <NumberField
            key={member}
            name={nameOf(member)}
            label={texts[member]}
            {...(member === 'maxBytes' && { help: texts.maxBytesHelp })}
            value={field[member]}
            onChange={(value) => onChange({ ...field, [member]: value })}
          />
        ))}
      </div>
    </section>
  );
}
