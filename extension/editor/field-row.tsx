import type { ProfileField } from '#shared/contract/profile.ts';
import { widgetOf } from '#shared/fields/widgets.ts';
import { Conflict } from './conflict.tsx';
import { useEditor } from './context.ts';
import { isInConflict } from './draft.ts';
import { EditableField } from './editable-field.tsx';
import { readOnlyReason } from './field-rules.ts';
import { ProposalNote } from './proposal-note.tsx';
import { ReadOnlyField } from './read-only-field.tsx';

/** One line of the profile, as it can be dealt with at this moment. */
export function FieldRow({ field }: { readonly field: ProfileField }) {
  const { draft } = useEditor().state.value;
  const reason = readOnlyReason(field);
  const isConflict = draft !== undefined && isInConflict(draft, field);
  return (
    <div class={isConflict || widgetOf(field.type)?.isWide ? 'field wide' : 'field'}>
      {reason ? (
        <ReadOnlyField field={field} reason={reason} />
      ) : isConflict ? (
        <Conflict field={field} />
      ) : (
        <EditableField field={field} />
      )}
      <ProposalNote field={field} />
    </div>
  );
}
