import { useTexts } from '../context.ts';
import { TextField } from '../form/controls.tsx';
import { LinesField } from '../form/lines-field.tsx';
import { SwitchField } from '../form/switch-field.tsx';
import type { SignInDraft } from './sign-in-draft.ts';

type Header = NonNullable<SignInDraft['header']>;

/** A reverse proxy that has signed people in already, and tells whom. */
export function HeaderCard(props: {
  readonly header: Header | undefined;
  readonly before: Header | undefined;
  onChange(header: Header | undefined): void;
}) {
  const { header, before, onChange } = props;
  const texts = useTexts('signIn');
  return (
    <section class="card">
      <SwitchField
        name="header"
        label={texts.header}
        help={texts.headerMeaning}
        value={header !== undefined}
        onChange={(isOn) => onChange(isOn ? (before ?? { name: 'X-Remote-User', from: [''] }) : undefined)}
      />
      {header && (
        <div class="form-grid">
          <TextField
            name="header.name"
            label={texts.headerName}
            required
            isCode
            value={header.name}
            onChange={(name = '') => onChange({ ...header, name })}
          />
          <LinesField
            name="header.from"
            label={texts.headerFrom}
            help={texts.headerFromHelp}
            isWide={false}
            addLabel={texts.addProxy}
            placeholder="10.0.0.5"
            value={header.from}
            onChange={(from) => onChange({ ...header, from })}
          />
        </div>
      )}
    </section>
  );
}
