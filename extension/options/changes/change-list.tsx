import { useMemo } from 'preact/hooks';
import type { AdminChange } from '#shared/contract/history.ts';
import type { ProfileField } from '#shared/contract/profile.ts';
import { isKeptPicture } from '#shared/fields/picture/picture.ts';
import { ShowingContext } from '../../editor/context.ts';
import { FieldValue } from '../../editor/field-value.tsx';
import { usePage, useTexts } from '../context.ts';
import { drawnType } from '../fields/drawn-type.ts';
import type { FieldDraft } from '../fields/field-draft.ts';
import { Glyph } from '../glyph.tsx';
import { formatsIn } from '../sync/formats.ts';
import { useFieldServices } from './use-field-services.ts';

/** Changes, each with whose it is, from what to what, and who made it. */
export function ChangeList(props: {
  readonly changes: readonly AdminChange[];
  readonly fields: readonly FieldDraft[];
  readonly isBusy: boolean;
}) {
  return (
    <ol class="change-log" aria-labelledby="change-history" aria-busy={props.isBusy}>
      {props.changes.map((change) => (
        <ChangeItem key={change.id} change={change} definition={props.fields.find(({ key }) => key === change.field)} />
      ))}
    </ol>
  );
}

function ChangeItem(props: { readonly change: AdminChange; readonly definition: FieldDraft | undefined }) {
  const { at, person, label, from, to, actor, source, approvedBy, reason } = props.change;
  const { language } = usePage();
  const texts = useTexts('changes');
  const field = fieldOf(props.change, props.definition);
  const services = useFieldServices(person?.id);
  const showing = useMemo(() => ({ language, services }), [language, services]);
  return (
    <li>
      <div class="change-what">
        <b>
          <bdi>{label}</bdi>
        </b>
        <span>
          <bdi>{person?.displayName || texts.gone}</bdi>
        </span>
      </div>
      <ShowingContext.Provider value={showing}>
        <div class="change-values">
          <div>
            <span class="visually-hidden">{texts.before}</span>
            <Value field={field} value={from} />
          </div>
          <Glyph name="to" />
          <div>
            <span class="visually-hidden">{texts.after}</span>
            <Value field={field} value={to} />
          </div>
        </div>
      </ShowingContext.Provider>
      <div class="change-who">
        <span>
          {source !== 'directory' && <bdi>{actor?.displayName || texts.gone}</bdi>}
          <span class="tag">{texts.sources[source]}</span>
        </span>
        <time dateTime={at}>
          <bdi>{formatsIn(language).moment(at)}</bdi>
        </time>
        {approvedBy && (
          <small>
            <bdi>{texts.approvedBy(approvedBy.displayName || texts.gone)}</bdi>
          </small>
        )}
        {reason !== undefined && (
          <small>
            <bdi>{texts.reason(reason)}</bdi>
          </small>
        )}
      </div>
    </li>
  );
}

/** A picture of a field that is no longer defined cannot be had: nobody can say who may see it. */
function Value({ field, value }: { readonly field: ProfileField; readonly value: unknown }) {
  const texts = useTexts('changes');
  if (field.type === '' && isKeptPicture(value)) return <p class="value empty">{texts.picture}</p>;
  return <FieldValue field={field} value={value} />;
}

function fieldOf({ field, label }: AdminChange, definition: FieldDraft | undefined): ProfileField {
  const drawn = definition ? drawnType(definition) : { type: '', settings: {} };
  return { key: field, label, ...drawn, section: '', required: false, value: null, editable: false };
}
