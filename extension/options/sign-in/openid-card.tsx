import { usePage, useTexts } from '../context.ts';
import { TextField } from '../form/controls.tsx';
import { LocalizedField } from '../form/localized-field.tsx';
import { SecretFields } from '../form/secret-fields.tsx';
import { SwitchField } from '../form/switch-field.tsx';
import { emptyOpenID, isMoved, type OpenIDDraft } from './sign-in-draft.ts';

/** The company's own sign-in, by OpenID Connect. */
export function OpenIDCard(props: {
  readonly openid: OpenIDDraft | undefined;
  readonly before: OpenIDDraft | undefined;
  onChange(openid: OpenIDDraft | undefined): void;
}) {
  const { openid, before, onChange } = props;
  const { server } = usePage();
  const texts = useTexts('signIn');
  return (
    <section class="card">
      <SwitchField
        name="openid"
        label={texts.openid}
        help={texts.openidMeaning}
        value={openid !== undefined}
        onChange={(isOn) => onChange(isOn ? (before ?? { ...emptyOpenID, serverUrl: server }) : undefined)}
      />
      {openid && <Provider openid={openid} before={before} onChange={onChange} />}
    </section>
  );
}

function Provider(props: {
  readonly openid: OpenIDDraft;
  readonly before: OpenIDDraft | undefined;
  onChange(openid: OpenIDDraft): void;
}) {
  const { openid, before, onChange } = props;
  const texts = useTexts('signIn');
  const put = (patch: Partial<OpenIDDraft>) => onChange({ ...openid, ...patch });
  const mustProve = before !== undefined && before.secret.from !== 'none' && isMoved(before, openid);
  const line = (member: 'issuer' | 'clientId' | 'serverUrl' | 'usernameClaim' | 'scope') => (
    <TextField
      name={`openid.${member}`}
      label={texts[member]}
      help={texts.helps[member]}
      required
      isCode
      value={openid[member]}
      onChange={(value = '') => put({ [member]: value })}
    />
  );
  return (
    <div class="form-grid">
      {line('issuer')}
      {line('clientId')}
      <SecretFields
        name="openid.clientSecret"
        label={texts.clientSecret}
        valueLabel={texts.clientSecretValue}
        variable="OPENID_SECRET"
        secret={openid.secret}
        hasStored={before?.secret.from === 'stored'}
        isOptional
        again={mustProve ? texts.secretAgain : undefined}
        onChange={(secret) => put({ secret })}
      />
      {line('serverUrl')}
      <p class="note wide">
        <span>
          {texts.redirect}{' '}
          <code dir="ltr">{`${openid.serverUrl.replace(/\/$/u, '')}/api/sign-in/openid/callback`}</code>
        </span>
      </p>
      {line('usernameClaim')}
      {line('scope')}
      <LocalizedField
        name="openid.label"
        label={texts.label}
        help={texts.labelHelp}
        value={openid.label}
        onChange={(label) => put({ label })}
      />
    </div>
  );
}
