import { useTexts } from '../context.ts';
import { SelectField, TextField } from '../form/controls.tsx';
import { CertificateField } from './certificate-field.tsx';
import type { PartProps } from './part-props.ts';

/** Where the server is, and how the connection is encrypted. */
export function ConnectionPart({ draft, put, isNew }: PartProps & { readonly isNew: boolean }) {
  const texts = useTexts('directories');
  return (
    <section class="card">
      <h2>{texts.parts.connection}</h2>
      <p>{texts.meanings.connection}</p>
      <div class="form-grid">
        <TextField
          name="name"
          label={texts.name}
          help={texts.nameHelp}
          value={draft.name}
          onChange={(name) => put({ name })}
        />
        <TextField
          name="key"
          label={texts.key}
          help={texts.keyHelp}
          required
          isCode
          isReadOnly={!isNew}
          value={draft.key}
          onChange={(key) => put({ key: key ?? '' })}
        />
        <TextField
          name="url"
          label={texts.url}
          help={texts.urlHelp}
          required
          isCode
          placeholder="ldaps://"
          value={draft.url}
          onChange={(url) => put({ url: url ?? '' })}
        />
        <SelectField
          name="tls"
          label={texts.tls}
          value={draft.tls ?? ''}
          options={[
            ['', texts.tlsByAddress],
            ['ldaps', 'LDAPS'],
            ['starttls', 'StartTLS'],
            ['none', texts.tlsNone],
          ]}
          onChange={(tls) => put({ tls: tls === '' ? undefined : tls })}
        />
        <CertificateField draft={draft} put={put} />
      </div>
    </section>
  );
}
