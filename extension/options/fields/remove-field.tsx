import { useState } from 'preact/hooks';
import { textIn } from '#shared/fields/localized.ts';
import { usePage, useTexts } from '../context.ts';
import { ImpactDialog } from '../form/impact-dialog.tsx';
import { Glyph } from '../glyph.tsx';
import type { FieldDraft } from './field-draft.ts';

/** Takes a field away, after it was said whom and what that touches. */
export function RemoveField(props: {
  readonly field: FieldDraft;
  /** It was never saved, so it touches nobody. */
  readonly isNew: boolean;
  onRemove(): void;
}) {
  const { field, isNew, onRemove } = props;
  const { background, language } = usePage();
  const texts = useTexts('fields');
  const [isAsking, setAsking] = useState(false);
  return (
    <div class="danger-zone">
      <button type="button" class="button danger" onClick={() => (isNew ? onRemove() : setAsking(true))}>
        <Glyph name="trash" />
        {texts.remove}
      </button>
      {isAsking && (
        <ImpactDialog
          title={texts.removeTitle(field.label ? textIn(language, field.label) : field.key)}
          action={texts.remove}
          undo={texts.removeUndo}
          say={texts.removeMeaning}
          load={() => background.call('getFieldImpact', { params: { key: field.key } })}
          onConfirm={async () => {
            onRemove();
            return undefined;
          }}
          onCancel={() => setAsking(false)}
        />
      )}
    </div>
  );
}
