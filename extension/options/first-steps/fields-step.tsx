import { useTexts } from '../context.ts';
import type { FieldDraft } from '../fields/field-draft.ts';
import { hrefOf } from '../route.ts';
import { FieldProposals } from './field-proposals.tsx';

export function FieldsStep(props: {
  readonly directory: string;
  readonly fields: readonly FieldDraft[];
  onAdd(): void;
}) {
  const { directory, fields, onAdd } = props;
  const texts = useTexts('firstSteps');
  if (fields.length === 0) return <FieldProposals directory={directory} onAdd={onAdd} />;
  return (
    <p>
      {texts.fieldsDone(fields.length)} <a href={hrefOf({ view: 'fields' })}>{texts.more.fields}</a>
    </p>
  );
}
