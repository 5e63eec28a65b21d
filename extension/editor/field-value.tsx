import type { ProfileField } from '#shared/contract/profile.ts';
import { widgetOf } from '#shared/fields/widgets.ts';
import { useShowing, useTexts } from './context.ts';
import { contextOf } from './field-rules.ts';

/** A value to look at. A type that is unknown here is shown as plainly as can be. */
export function FieldValue({
  field,
  value,
  id,
}: {
  readonly field: ProfileField;
  readonly value: unknown;
  readonly id?: string;
}) {
  const { language, services } = useShowing();
  const texts = useTexts();
  const View = widgetOf(field.type)?.View;
  const context = contextOf(field);
  if (value === null || value === undefined)
    return (
      <p class="value empty" id={id}>
        {texts.empty}
      </p>
    );
  return (
    <p class="value" id={id}>
      <bdi>
        {View && context ? (
          <View value={value} context={context} language={language} services={services} />
        ) : (
          plainText(value)
        )}
      </bdi>
    </p>
  );
}

function plainText(value: unknown): string {
  if (Array.isArray(value)) return value.map(plainText).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
