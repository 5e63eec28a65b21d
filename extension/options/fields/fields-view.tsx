import { useEffect, useState } from 'preact/hooks';
import { textIn } from '#shared/fields/localized.ts';
import { usePage, useTexts } from '../context.ts';
import { DocumentForm } from '../document/document-form.tsx';
import { attend } from '../form/faults.ts';
import { Glyph } from '../glyph.tsx';
import { newItem } from '../new-item.ts';
import { ProfilePreview } from '../preview/profile-preview.tsx';
import { hrefOf } from '../route.ts';
import { useLoaded } from '../view/use-loaded.ts';
import { ViewHead } from '../view/view-head.tsx';
import { FieldForm } from './field-form.tsx';
import { FieldList } from './field-list.tsx';
import { FieldWarnings } from './field-warnings.tsx';
import { NewField } from './new-field.tsx';
import { useFields } from './use-fields.ts';

/** All fields, one of them, or a new one, beside the profile that they make. */
export function FieldsView() {
  const { background, language, route, go } = usePage();
  const shell = useTexts('shell');
  const texts = useTexts('fields');
  const { document, warnings } = useFields();
  const settings = useLoaded(() => background.call('getSettings', {}));
  const { draft } = document;
  /** The control that the focus shall go to, once the form of its field is there. */
  const [wanted, setWanted] = useState<string>();
  useEffect(() => {
    if (wanted !== undefined && attend(wanted)) setWanted(undefined);
  }, [wanted, route.item]);
  const field = draft?.find(({ key }) => key === route.item);
  const sections = settings.value?.sections ?? [];

  const labels: Readonly<Record<string, unknown>> = texts;
  function labelOf(place: string): string {
    const [key = '', ...members] = place.split('.');
    const known = draft?.find((each) => each.key === key);
    const name = known?.label ? textIn(language, known.label) : key;
    const label = members.map((member) => labels[member]).findLast((each) => typeof each === 'string');
    return typeof label === 'string' ? `${name} – ${label}` : name;
  }
  return (
    <>
      <ViewHead
        title={field ? labelOf(field.key) : route.item === newItem ? texts.newTitle : shell.names.fields}
        {...(route.item === undefined ? { lead: texts.lead } : { back: { view: 'fields' } as const })}
      >
        {route.item === undefined && (
          <a class="button primary" href={hrefOf({ view: 'fields', item: newItem })}>
            <Glyph name="plus" />
            {texts.add}
          </a>
        )}
      </ViewHead>
      <FieldWarnings warnings={warnings} />
      <div class="with-preview">
        <DocumentForm
          document={document}
          labelOf={labelOf}
          toName={(place) => place.replace(/^fields\.(\d+)/u, (_, index) => draft?.[Number(index)]?.key ?? index)}
          onAttend={(name) => {
            setWanted(name);
            go({ view: 'fields', item: name.split('.')[0] ?? '' });
          }}
        >
          {(fields) => (
            <>
              {route.item === newItem && (
                <NewField
                  taken={fields}
                  onAdd={(added) => {
                    document.edit((now) => [...now, added]);
                    go({ view: 'fields', item: added.key });
                  }}
                />
              )}
              {field && (
                <FieldForm
                  key={field.key}
                  field={field}
                  fields={fields}
                  sections={sections}
                  isWritingOn={settings.value?.writeEnabled ?? false}
                  isNew={!document.base?.some(({ key }) => key === field.key)}
                  onChange={(next) => document.edit((now) => now.map((each) => (each.key === next.key ? next : each)))}
                  onRemove={() => {
                    document.edit((now) => now.filter(({ key }) => key !== field.key));
                    go({ view: 'fields' });
                  }}
                />
              )}
              {!field && route.item !== newItem && (
                <FieldList fields={fields} sections={sections} onChange={(next) => document.edit(() => next)} />
              )}
            </>
          )}
        </DocumentForm>
        {draft && settings.value && draft.length > 0 && <ProfilePreview fields={draft} settings={settings.value} />}
      </div>
    </>
  );
}
