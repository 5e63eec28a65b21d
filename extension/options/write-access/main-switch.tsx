import { useState } from 'preact/hooks';
import type { Settings } from '#shared/contract/configuration/settings.ts';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import { textIn } from '#shared/fields/localized.ts';
import { usePage, useTexts } from '../context.ts';
import { FaultSummary } from '../document/fault-summary.tsx';
import type { FieldDraft } from '../fields/field-draft.ts';
import { Dialog } from '../form/dialog.tsx';
import { SwitchField } from '../form/switch-field.tsx';
import { Placeholder } from '../view/placeholder.tsx';
import { useLoaded } from '../view/use-loaded.ts';

/** W1: writing is off until an admin turns it on, knowing what will be written; it is in force at once. */
export function MainSwitch({ written }: { readonly written: readonly FieldDraft[] }) {
  const { background, language, announce } = usePage();
  const texts = useTexts('diagnosis');
  const form = useTexts('form');
  const { value: settings, revision, problem, reload } = useLoaded(() => background.call('getSettings', {}));
  const [isAsking, setAsking] = useState(false);
  const [failed, setFailed] = useState<ProblemDetails>();
  if (!settings) return <Placeholder problem={problem} onRetry={reload} />;

  async function put(before: Settings, writeEnabled: boolean) {
    setAsking(false);
    const result = await background.call('putSettings', { body: { ...before, writeEnabled }, revision });
    setFailed(result.ok ? undefined : result.problem);
    await reload();
    if (result.ok) announce(`${texts.main}: ${writeEnabled ? form.on : form.off}`);
  }
  const names = written.map(({ key, label }) => (label ? textIn(language, label) : key));
  return (
    <section class="card">
      <FaultSummary problem={failed} faults={[]} />
      <SwitchField
        name="writeEnabled"
        label={texts.main}
        help={texts.mainHelp}
        value={settings.writeEnabled}
        onChange={(on) => (on ? setAsking(true) : void put(settings, false))}
      />
      {isAsking && (
        <Dialog
          id="turn-on"
          title={texts.turnOnTitle}
          onCancel={() => setAsking(false)}
          actions={
            <>
              <button type="button" class="button" onClick={() => setAsking(false)}>
                {form.cancel}
              </button>
              <button type="button" class="button primary" onClick={() => put(settings, true)}>
                {texts.turnOn}
              </button>
            </>
          }
        >
          <p>{names.length > 0 ? texts.turnOnMeaning(names.join(', ')) : texts.turnOnNone}</p>
        </Dialog>
      )}
    </section>
  );
}
