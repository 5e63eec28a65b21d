import { useTexts } from '../context.ts';
import { ConnectionTest } from '../diagnosis/connection-test.tsx';
import { DocumentForm } from '../document/document-form.tsx';
import type { Document } from '../document/use-document.ts';
import { AccountPart } from './account-part.tsx';
import { ConnectionPart } from './connection-part.tsx';
import { type DirectoryDraft, toInput } from './directory-draft.ts';
import { JoinPart } from './join-part.tsx';
import { LimitsPart } from './limits-part.tsx';
import { PeoplePart } from './people-part.tsx';

/** The form of a directory, new or there already. */
export function DirectoryFields(props: {
  readonly document: Document<DirectoryDraft>;
  readonly isNew: boolean;
  readonly onSubmit?: () => void;
}) {
  const { document, isNew, onSubmit } = props;
  const texts = useTexts('directories');
  const labels: Readonly<Record<string, unknown>> = {
    ...texts,
    ca: texts.caText,
    caFile: texts.caPath,
    bindPassword: texts.secret,
  };
  const labelOf = (place: string) => {
    const label = labels[place.split('.')[0] ?? ''];
    return typeof label === 'string' ? label : place;
  };
  const put = (patch: Partial<DirectoryDraft>) => document.edit((now) => ({ ...now, ...patch }));
  return (
    <DocumentForm document={document} labelOf={labelOf} {...(onSubmit && { onSubmit })}>
      {(draft) => (
        <>
          <ConnectionPart draft={draft} put={put} isNew={isNew} />
          <AccountPart draft={draft} put={put} before={isNew ? undefined : document.base} />
          <JoinPart draft={draft} put={put} />
          <PeoplePart draft={draft} put={put} />
          <LimitsPart draft={draft} put={put} />
          <ConnectionTest directory={draft.key} definition={toInput(draft)} />
        </>
      )}
    </DocumentForm>
  );
}
