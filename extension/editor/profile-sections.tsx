import type { ProfileField } from '#shared/contract/profile.ts';
import { FieldRow } from './field-row.tsx';

/** The fields of a profile under their headings, in the order of their sections. */
export function ProfileSections({ fields }: { readonly fields: readonly ProfileField[] }) {
  return [...Map.groupBy(fields, ({ section }) => section)].map(([section, own]) => (
    <section key={section} class="section" aria-labelledby={`section-${own[0]?.key}`}>
      <h2 id={`section-${own[0]?.key}`}>{section}</h2>
      <div class="fields">
        {own.map((field) => (
          <FieldRow key={field.key} field={field} />
        ))}
      </div>
    </section>
  ));
}
