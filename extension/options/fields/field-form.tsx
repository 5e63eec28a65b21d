import type { Settings } from '#shared/contract/configuration/settings.ts';
import { kinds } from '#shared/fields/kinds.ts';
import { usePage, useTexts } from '../context.ts';
import { ChecksField } from '../form/choices.tsx';
import { SelectField, TextField } from '../form/controls.tsx';
import { LocalizedField } from '../form/localized-field.tsx';
import { SwitchField } from '../form/switch-field.tsx';
import { type FieldDraft, withType } from './field-draft.ts';
import { RemoveField } from './remove-field.tsx';
import { sectionKeys, sectionLabel } from './sections.ts';
import { SourcePart } from './source-part.tsx';
import { TypeSettings } from './type-settings.tsx';

const types = Object.keys(kinds);
const viewers = ['everyone', 'self', 'helpdesk', 'admin'] as const;
const editors = ['self', 'helpdesk', 'admin'] as const;
const approvers = ['helpdesk', 'manager', 'admin'] as const;

/** Everything that an admin decides of a field. */
export function FieldForm(props: {
  readonly field: FieldDraft;
  readonly fields: readonly FieldDraft[];
  readonly sections: Settings['sections'];
  readonly isWritingOn: boolean;
  readonly isNew: boolean;
  onChange(field: FieldDraft): void;
  onRemove(): void;
}) {
  const { field, fields, sections, isWritingOn, isNew, onChange, onRemove } = props;
  const { key } = field;
  const { language } = usePage();
  const texts = useTexts('fields');
  const put = (patch: Partial<FieldDraft>) => onChange({ ...field, ...patch });
  const nameOf = (member: string) => `${key}.${member}`;
  return (
    <>
      <section class="card">
        <h2>{texts.parts.look}</h2>
        <div class="form-grid">
          <LocalizedField
            name={nameOf('label')}
            label={texts.label}
            value={field.label}
            placeholder={key}
            onChange={(label) => put({ label })}
          />
          <LocalizedField
            name={nameOf('help')}
            label={texts.help}
            value={field.help}
            onChange={(help) => put({ help })}
          />
          <SelectField
            name={nameOf('section')}
            label={texts.section}
            value={field.section}
            options={sectionKeys(fields, sections).map((each) => [each, sectionLabel(each, sections, language)])}
            onChange={(section) => put({ section })}
          />
          <SelectField
            name={nameOf('type')}
            label={texts.type}
            value={field.type}
            options={[...new Set([...types, field.type])].map((type) => [type, texts.types[type] ?? type])}
            onChange={(type) => onChange(withType(field, type))}
          />
          <TextField
            name={nameOf('key')}
            label={texts.key}
            help={texts.keyHelp}
            isCode
            isReadOnly
            value={key}
            onChange={() => undefined}
          />
          <SwitchField
            name={nameOf('required')}
            label={texts.required}
            value={field.required}
            onChange={(required) => put({ required })}
          />
        </div>
      </section>
      <SourcePart
        key={key}
        field={field}
        others={fields.filter((each) => each.key !== key)}
        isWritingOn={isWritingOn}
        onChange={(source) => put({ source })}
      />
      <TypeSettings field={field} onChange={onChange} />
      <section class="card">
        <h2>{texts.parts.access}</h2>
        <div class="form-grid">
          <ChecksField
            name={nameOf('visibleTo')}
            label={texts.visibleTo}
            isWide={false}
            value={field.visibleTo}
            options={viewers.map((each) => [each, texts.viewers[each]])}
            onChange={(visibleTo) => put({ visibleTo })}
          />
          <ChecksField
            name={nameOf('editableBy')}
            label={texts.editableBy}
            isWide={false}
            value={field.editableBy}
            options={editors.map((each) => [each, texts.viewers[each]])}
            onChange={(editableBy) => put({ editableBy })}
          />
          <ChecksField
            name={nameOf('approvedBy')}
            label={texts.approvedBy}
            help={texts.approvedByHelp}
            value={field.approvedBy ?? []}
            options={approvers.map((each) => [each, texts.viewers[each]])}
            onChange={(approvedBy) => put({ approvedBy })}
          />
        </div>
      </section>
      <RemoveField field={field} isNew={isNew} onRemove={onRemove} />
    </>
  );
}
