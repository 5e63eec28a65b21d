import { useState } from 'preact/hooks';
import type { ShownDirectory } from '#shared/contract/admin.ts';
import type { Diagnosis } from '#shared/contract/diagnosis.ts';
import { textIn } from '#shared/fields/localized.ts';
import { usePage, useTexts } from '../context.ts';
import { Outcome } from '../diagnosis/outcome.tsx';
import { useCheck } from '../diagnosis/use-check.ts';
import type { FieldDraft } from '../fields/field-draft.ts';
import { ChecksField } from '../form/choices.tsx';
import { SelectField, TextField } from '../form/controls.tsx';
import { FaultsContext } from '../form/faults.ts';
import { Glyph } from '../glyph.tsx';
import { PersonField } from './person-field.tsx';

/** W1: whether a person's attributes can really be written, step by step. */
export function WriteTest(props: {
  readonly written: readonly FieldDraft[];
  readonly directories: readonly ShownDirectory[];
}) {
  const { directories, written } = props;
  const { background, language } = usePage();
  const texts = useTexts('diagnosis');
  const faults = useTexts('faults');
  const enabled = directories.filter((directory) => directory.enabled);
  const proposed = written.flatMap(({ source, label, key }) =>
    source.kind === 'directory'
      ? [[source.attribute, `${label ? textIn(language, label) : key} (${source.attribute})`] as const]
      : [],
  );
  const [directory, setDirectory] = useState(enabled[0]?.key ?? '');
  const [username, setUsername] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(proposed.map(([attribute]) => attribute));
  const [another, setAnother] = useState('');
  const [complaints, setComplaints] = useState<ReadonlyMap<string, string>>(new Map());
  const check = useCheck<Diagnosis>();

  function run() {
    const attributes = [...chosen, ...another.split(/[\s,]+/u)].filter(Boolean);
    const found = new Map<string, string>();
    if (username.trim() === '') found.set('username', faults.rules.required);
    if (attributes.length === 0) found.set('attributes', texts.chooseAttribute);
    setComplaints(found);
    if (found.size > 0) return;
    void check.run(() => background.call('testWrite', { body: { directory, username: username.trim(), attributes } }));
  }
  return (
    <section class="card">
      <h2>{texts.writeTest}</h2>
      <p>{texts.writeTestMeaning}</p>
      {enabled.length === 0 ? (
        <p class="note">{texts.noDirectory}</p>
      ) : (
        <FaultsContext.Provider value={complaints}>
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              run();
            }}
          >
            <div class="form-grid">
              <SelectField
                name="directory"
                label={texts.directory}
                value={directory}
                options={enabled.map(({ key, name }) => [key, name ?? key])}
                onChange={setDirectory}
              />
              <PersonField directory={directory} username={username} onChange={setUsername} />
              {proposed.length > 0 && (
                <ChecksField
                  name="attributes"
                  label={texts.attributes}
                  help={texts.attributesHelp}
                  value={chosen}
                  options={proposed}
                  onChange={setChosen}
                />
              )}
              <TextField
                name={proposed.length > 0 ? 'another' : 'attributes'}
                label={texts.addAttribute}
                isCode
                placeholder="telephoneNumber"
                value={another}
                onChange={(next = '') => setAnother(next)}
              />
            </div>
            <div class="actions card-actions">
              <button type="submit" class="button primary" aria-disabled={check.isRunning}>
                <Glyph name="play" />
                {texts.runWriteTest}
              </button>
            </div>
          </form>
        </FaultsContext.Provider>
      )}
      <Outcome diagnosis={check.value} problem={check.problem} isRunning={check.isRunning} />
    </section>
  );
}
