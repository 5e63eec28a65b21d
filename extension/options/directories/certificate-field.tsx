import { useState } from 'preact/hooks';
import { useTexts } from '../context.ts';
import { SelectField, TextField } from '../form/controls.tsx';
import { FilePicker } from '../form/file-picker.tsx';
import type { PartProps } from './part-props.ts';

/** Who has to have signed the directory's certificate. */
export function CertificateField({ draft, put }: PartProps) {
  const texts = useTexts('directories');
  const [kind, setKind] = useState<'trusted' | 'pem' | 'file'>(
    draft.ca !== undefined ? 'pem' : draft.caFile !== undefined ? 'file' : 'trusted',
  );
  return (
    <>
      <SelectField
        name="certificate"
        label={texts.ca}
        value={kind}
        options={[
          ['trusted', texts.caTrusted],
          ['pem', texts.caPem],
          ['file', texts.caFile],
        ]}
        onChange={(next) => {
          setKind(next);
          put({ ca: undefined, caFile: undefined });
        }}
      />
      {kind === 'file' && (
        <TextField
          name="caFile"
          label={texts.caPath}
          required
          isCode
          value={draft.caFile}
          onChange={(caFile) => put({ caFile })}
        />
      )}
      {kind === 'pem' && (
        <div class="wide">
          <TextField
            name="ca"
            label={texts.caText}
            help={texts.caTextHelp}
            required
            isCode
            rows={4}
            placeholder="-----BEGIN CERTIFICATE-----"
            value={draft.ca}
            onChange={(ca) => put({ ca })}
          />
          <FilePicker label={texts.caChoose} accept=".pem,.crt,.cer" onText={(ca) => put({ ca })} />
        </div>
      )}
    </>
  );
}
