import type { ProfileField } from '#shared/contract/profile.ts';
import { Icon } from '../ui/icon.tsx';
import { useTexts } from './context.ts';
import { FieldValue } from './field-value.tsx';
import { ChangedSinceSync } from './marks.tsx';

/** A field that nobody edits here: its value as calm text, and why. */
export function ReadOnlyField({ field, reason }: { readonly field: ProfileField; readonly reason: string }) {
  const texts = useTexts();
  const reasons: Readonly<Record<string, string>> = texts.reasons;
  return (
    <dl class="read-only">
      <dt class="label">{field.label}</dt>
      <dd>
        <FieldValue field={field} value={field.value} />
      </dd>
      <dd class="note quiet">
        <Icon name="lock" />
        {Object.hasOwn(reasons, reason) ? reasons[reason] : texts.readOnly}
      </dd>
      {field.changedSinceSync && (
        <dd>
          <ChangedSinceSync />
        </dd>
      )}
    </dl>
  );
}
