import { usePage, useTexts } from '../context.ts';
import { SelectField, TextField } from '../form/controls.tsx';
import { LinesField } from '../form/lines-field.tsx';
import { countriesIn } from './countries.ts';
import type { PartProps } from './part-props.ts';

/** Which entries are people, and how they are called. */
export function PeoplePart({ draft, put }: PartProps) {
  const { language } = usePage();
  const texts = useTexts('directories');
  return (
    <section class="card">
      <h2>{texts.parts.people}</h2>
      <p>{texts.meanings.people}</p>
      <div class="form-grid">
        <TextField
          name="baseDN"
          label={texts.baseDN}
          help={texts.baseDNHelp}
          required
          isCode
          value={draft.baseDN}
          onChange={(baseDN) => put({ baseDN: baseDN ?? '' })}
        />
        <TextField
          name="userDN"
          label={texts.userDN}
          help={texts.userDNHelp}
          isCode
          value={draft.userDN}
          onChange={(userDN) => put({ userDN: userDN ?? '' })}
        />
        <TextField
          name="userFilter"
          label={texts.userFilter}
          help={texts.userFilterHelp}
          isCode
          value={draft.userFilter}
          onChange={(userFilter) => put({ userFilter })}
        />
        {draft.join === undefined && (
          <TextField
            name="usernameAttribute"
            label={texts.usernameAttribute}
            help={texts.usernameAttributeHelp}
            isCode
            value={draft.usernameAttribute}
            onChange={(usernameAttribute) => put({ usernameAttribute })}
          />
        )}
        <SelectField
          name="defaultCountry"
          label={texts.defaultCountry}
          help={texts.defaultCountryHelp}
          value={draft.defaultCountry ?? ''}
          options={[['', texts.noCountry], ...countriesIn(language)]}
          onChange={(country) => put({ defaultCountry: country || undefined })}
        />
        <SelectField
          name="phoneFormat"
          label={texts.phoneFormat}
          help={texts.phoneFormatHelp}
          value={draft.phoneFormat ?? 'international'}
          options={[
            ['international', '+49 611 1234567'],
            ['E.164', '+496111234567 (E.164)'],
          ]}
          onChange={(phoneFormat) => put({ phoneFormat })}
        />
        {draft.join === undefined && (
          <LinesField
            name="domains"
            label={texts.domains}
            help={texts.domainsHelp}
            isWide={false}
            addLabel={texts.addDomain}
            placeholder="corp.example"
            value={draft.domains}
            onChange={(domains) => put({ domains })}
          />
        )}
        <LinesField
          name="moreBaseDNs"
          label={texts.moreBaseDNs}
          help={texts.moreBaseDNsHelp}
          isWide={false}
          addLabel={texts.addBase}
          placeholder="ou=people,dc=example,dc=org"
          value={draft.moreBaseDNs}
          onChange={(moreBaseDNs) => put({ moreBaseDNs })}
        />
      </div>
    </section>
  );
}
