import { useMemo } from 'preact/hooks';
import { usePage, useTexts } from '../context.ts';
import { DocumentForm } from '../document/document-form.tsx';
import { type Source, useDocument } from '../document/use-document.ts';
import { NumberField } from '../form/controls.tsx';
import { LinesField } from '../form/lines-field.tsx';
import { SwitchField } from '../form/switch-field.tsx';
import { NeedsSystemAdmin, useIsSystemAdmin } from '../view/needs-system-admin.tsx';
import { ViewHead } from '../view/view-head.tsx';
import { HeaderCard } from './header-card.tsx';
import { OpenIDCard } from './openid-card.tsx';
import { type SignInDraft, toDraft, toInput } from './sign-in-draft.ts';

/** Who may come in and how, and for how long (P6, X4). */
export function SignInView() {
  const shell = useTexts('shell');
  const texts = useTexts('signIn');
  const isSystemAdmin = useIsSystemAdmin();
  return (
    <>
      <ViewHead title={shell.names['sign-in']} lead={texts.lead} />
      {isSystemAdmin ? <SignInForm /> : <NeedsSystemAdmin />}
    </>
  );
}

const limits = {
  attempts: [2, 100],
  attemptsWithinMinutes: [1, 1440],
  sessionHours: [1, 720],
  idleMinutes: [5, 43_200],
} as const;

function SignInForm() {
  const { background } = usePage();
  const texts = useTexts('signIn');
  const source = useMemo<Source<SignInDraft>>(
    () => ({
      async load() {
        const result = await background.call('getSignIn', {});
        return result.ok ? { ...result, value: toDraft(result.value) } : result;
      },
      async save(draft, revision) {
        const result = await background.call('putSignIn', { body: toInput(draft), revision });
        return result.ok ? { ...result, value: toDraft(result.value) } : result;
      },
    }),
    [background],
  );
  const document = useDocument(source);
  const put = (patch: Partial<SignInDraft>) => document.edit((now) => ({ ...now, ...patch }));
  const labels: Readonly<Record<string, unknown>> = { ...texts, name: texts.headerName, from: texts.headerFrom };
  const labelOf = (place: string) => {
    const names = place.split('.').filter((part) => !/^\d+$/u.test(part));
    const label = names.toReversed().map((name) => (Object.hasOwn(labels, name) ? labels[name] : undefined));
    return label.find((each): each is string => typeof each === 'string') ?? place;
  };
  const number = (draft: SignInDraft, member: keyof typeof limits) => (
    <NumberField
      name={member}
      label={texts[member]}
      help={texts.helps[member]}
      min={limits[member][0]}
      max={limits[member][1]}
      value={draft[member]}
      // Emptied, the server's default counts.
      onChange={(value) => put({ [member]: value })}
    />
  );
  return (
    <DocumentForm document={document} labelOf={labelOf}>
      {(draft) => (
        <>
          <section class="card">
            <SwitchField
              name="password"
              label={texts.password}
              help={texts.passwordMeaning}
              value={draft.password}
              onChange={(password) => put({ password })}
            />
          </section>
          <OpenIDCard openid={draft.openid} before={document.base?.openid} onChange={(openid) => put({ openid })} />
          <HeaderCard header={draft.header} before={document.base?.header} onChange={(header) => put({ header })} />
          <section class="card">
            <h2>{texts.limits}</h2>
            <p>{texts.limitsMeaning}</p>
            <div class="form-grid">
              {number(draft, 'attempts')}
              {number(draft, 'attemptsWithinMinutes')}
            </div>
          </section>
          <section class="card">
            <h2>{texts.sessions}</h2>
            <p>{texts.sessionsMeaning}</p>
            <div class="form-grid">
              {number(draft, 'sessionHours')}
              {number(draft, 'idleMinutes')}
              <LinesField
                name="extensionIds"
                label={texts.extensionIds}
                help={texts.extensionIdsHelp}
                addLabel={texts.addId}
                value={draft.extensionIds}
                onChange={(extensionIds) => put({ extensionIds })}
              />
            </div>
          </section>
        </>
      )}
    </DocumentForm>
  );
}
