import { useRef, useState } from 'preact/hooks';
import type { Settings } from '#shared/contract/configuration/settings.ts';
import { textIn } from '#shared/fields/localized.ts';
import { usePage, useTexts } from '../context.ts';
import { Glyph } from '../glyph.tsx';
import { hrefOf } from '../route.ts';
import type { FieldDraft } from './field-draft.ts';
import { type Drag, FieldRow } from './field-row.tsx';
import { place, step } from './reorder.ts';
import { inSections } from './sections.ts';

/** The fields in their order, under their sections: to be dragged, or moved by keys. */
export function FieldList(props: {
  readonly fields: readonly FieldDraft[];
  readonly sections: Settings['sections'];
  onChange(fields: readonly FieldDraft[]): void;
}) {
  const { fields, sections, onChange } = props;
  const { language, announce } = usePage();
  const texts = useTexts('fields');
  const form = useTexts('form');
  const dragged = useRef<string | undefined>(undefined);
  const [target, setTarget] = useState<{ readonly key: string; readonly side: 'before' | 'after' }>();

  function move(key: string, by: -1 | 1) {
    const next = step(fields, key, by);
    onChange(next);
    const field = next.find((each) => each.key === key);
    const own = next.filter(({ section }) => section === field?.section);
    if (field) announce(form.moved(nameOf(field), own.indexOf(field) + 1, own.length));
  }
  function nameOf({ key, label }: FieldDraft): string {
    return label ? textIn(language, label) : key;
  }
  const dragOf = (key: string): Drag => ({
    target: target?.key === key ? target.side : undefined,
    onStart: () => {
      dragged.current = key;
    },
    onOver: (side) => {
      const isOther = dragged.current !== undefined && dragged.current !== key;
      if (isOther && (target?.key !== key || target.side !== side)) setTarget({ key, side });
      return isOther;
    },
    onEnd: () => {
      dragged.current = undefined;
      setTarget(undefined);
    },
    onDrop: () => {
      if (dragged.current && target) onChange(place(fields, dragged.current, target.key, target.side));
    },
  });

  if (fields.length === 0) {
    return (
      <div class="empty-state">
        <span class="badge">
          <Glyph name="fields" />
        </span>
        <h2>{texts.none}</h2>
        <p>{texts.noneMeaning}</p>
      </div>
    );
  }
  return (
    <>
      {inSections(fields, sections, language).map((section) => (
        <div key={section.key} class="list-section">
          <h2 id={`list-${section.key}`}>{section.label}</h2>
          <ol class="rows" aria-labelledby={`list-${section.key}`}>
            {section.fields.map((field, index) => (
              <FieldRow
                key={field.key}
                field={field}
                name={nameOf(field)}
                place={index}
                count={section.fields.length}
                drag={dragOf(field.key)}
                onMove={(by) => move(field.key, by)}
              />
            ))}
          </ol>
        </div>
      ))}
      <p>
        <a href={hrefOf({ view: 'settings' })}>{texts.editSections}</a>
      </p>
    </>
  );
}
