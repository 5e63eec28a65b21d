import type { SchemaAttribute } from '#shared/contract/diagnosis.ts';
import { textIn } from '#shared/fields/localized.ts';
import { usePage, useTexts } from '../context.ts';
import { Glyph } from '../glyph.tsx';
import { labelFor, proposedType, rankOf } from './well-known.ts';

/** An attribute with what its schema says of it, to be picked. */
export function AttributeRow(props: {
  readonly attribute: SchemaAttribute;
  readonly isUsed: boolean;
  /** What picking it is called. */
  readonly verb: string;
  onPick(): void;
}) {
  const { attribute, isUsed, verb, onPick } = props;
  const { name, description, singleValued, maxLength, readOnly, allowed } = attribute;
  const { language } = usePage();
  const texts = useTexts('fields');
  const type = proposedType(attribute);
  const label = rankOf(name) === undefined ? undefined : textIn(language, labelFor(name));
  return (
    <li class="row">
      <div class="row-main">
        <b class="mono">{name}</b> {label}
        {description && <small>{description}</small>}
        {type === undefined && <small>{texts.noType}</small>}
        <div class="row-tags">
          {isUsed && <span class="tag accent">{texts.used}</span>}
          {type !== undefined && <span class="tag">{texts.types[type] ?? type}</span>}
          {!singleValued && <span class="tag">{texts.several}</span>}
          {maxLength !== undefined && <span class="tag">{texts.upTo(maxLength)}</span>}
          {readOnly && <span class="tag caution">{texts.readOnly}</span>}
          {!allowed && <span class="tag caution">{texts.notAllowed}</span>}
        </div>
      </div>
      {type !== undefined && (
        <button type="button" class="button small" aria-label={`${verb}: ${name}`} onClick={onPick}>
          <Glyph name="check" />
          {verb}
        </button>
      )}
    </li>
  );
}
