import type { Settings } from '#shared/contract/configuration/settings.ts';
import { textIn } from '#shared/fields/localized.ts';
import { usePage, useTexts } from '../context.ts';
import { TextField } from '../form/controls.tsx';
import { LocalizedField } from '../form/localized-field.tsx';
import { MoveButtons } from '../form/move-buttons.tsx';
import { moved } from '../form/moved.ts';
import { Glyph } from '../glyph.tsx';

type Section = Settings['sections'][number];

/** The headings of the profile, in their order. */
export function SectionsCard(props: { readonly sections: readonly Section[]; onChange(sections: Section[]): void }) {
  const { sections, onChange } = props;
  const { language, announce } = usePage();
  const texts = useTexts('settings');
  const form = useTexts('form');
  const nameOf = ({ key, label }: Section) => textIn(language, label) || key || texts.section;

  function move(index: number, by: number) {
    onChange(moved(sections, index, by));
    const section = sections[index];
    if (section) announce(form.moved(nameOf(section), index + by + 1, sections.length));
  }
  return (
    <section class="card">
      <h2>{texts.sections}</h2>
      <p>{texts.sectionsMeaning}</p>
      <ol class="rows in-card">
        {sections.map((section, index) => (
          // The lines have no identity but their place: a key is typed.
          <li key={index} class="row top">
            <MoveButtons
              name={nameOf(section)}
              place={index}
              count={sections.length}
              onMove={(by) => move(index, by)}
            />
            <div class="row-main form-grid tight">
              <TextField
                name={`sections.${index}.key`}
                label={texts.sectionKey}
                required
                isCode
                value={section.key}
                onChange={(key) => onChange(sections.with(index, { ...section, key: key ?? '' }))}
              />
              <LocalizedField
                name={`sections.${index}.label`}
                label={texts.sectionLabel}
                value={section.label}
                onChange={(label = {}) => onChange(sections.with(index, { ...section, label }))}
              />
            </div>
            <button
              type="button"
              class="icon-button"
              aria-label={form.removeThis(nameOf(section))}
              onClick={() => onChange(sections.toSpliced(index, 1))}
            >
              <Glyph name="trash" />
            </button>
          </li>
        ))}
      </ol>
      <button type="button" class="button small" onClick={() => onChange([...sections, { key: '', label: {} }])}>
        <Glyph name="plus" />
        {texts.addSection}
      </button>
    </section>
  );
}
