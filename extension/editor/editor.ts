import { type ReadonlySignal, signal } from '@preact/signals';
import { loadNumberingPlans } from '#numbering-plans';
import type { History } from '#shared/contract/history.ts';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import type { FieldServices } from '#shared/fields/services.ts';
import type { Result, Status } from '../messages.ts';
import { messagesIn } from '../ui/messages/messages-in.ts';
import { answerOf } from './answer-of.ts';
import type { PasswordQuestion } from './ask-password.ts';
import type { Background } from './background.ts';
import { createChanging } from './changing.ts';
import {
  applyFaults,
  applySaved,
  brokenRule,
  changedFields,
  type Draft,
  discard,
  enter,
  isInConflict,
  leave,
  leaveAll,
  planSave,
  rebase,
  resolve,
  startDraft,
} from './draft.ts';
import { createFieldServices } from './field-services.ts';
import { fieldsInNeed, outcomeSentence } from './outcome-sentence.ts';
import { certainty } from './problem-sentence.ts';
import type { Sight } from './sight.ts';
import { wouldLoseWork } from './would-lose-work.ts';

export interface EditorState {
  /** Nothing at all is shown before the background has said that this frame is the editor. */
  readonly phase: 'unclaimed' | 'loading' | 'signedOut' | 'failed' | 'editing';
  readonly language: Language;
  readonly draft?: Draft | undefined;
  /** What went wrong with the last call. */
  readonly problem?: ProblemDetails | undefined;
  /** Why the directory could not be asked for the values that are shown. */
  readonly outage?: ProblemDetails | undefined;
  readonly isSaving: boolean;
  /** Something was typed beside the fields that goes with a save: why somebody else's profile is changed. */
  readonly hasNote: boolean;
  readonly isLeaving: boolean;
  /** Their password is wanted, and what they type answers this. */
  readonly question?: PasswordQuestion | undefined;
  /** The last save left fields that need the person. */
  readonly hasSummary: boolean;
  /** Where the focus has to go; a new object is a new request. */
  readonly attention?: { readonly key: string } | undefined;
  /** What screen readers are told. */
  readonly announcement: string;
}

export interface Editor {
  readonly state: ReadonlySignal<EditorState>;
  readonly services: FieldServices;
  /** Claims the frame and shows the profile; returns how to stop listening. */
  start(): () => void;
  load(): Promise<void>;
  signIn(): void;
  /** Asks whether somebody has signed in meanwhile. */
  look(): Promise<void>;
  enter(key: string, value: unknown): void;
  leave(key: string): void;
  /** Whether something is typed beside the fields that no save has taken with it yet. */
  note(hasNote: boolean): void;
  save(only?: readonly string[]): Promise<void>;
  decide(key: string, choice: 'theirs' | 'mine' | 'edit'): void;
  /** Takes back what waits of a field. */
  withdraw(key: string): Promise<void>;
  /** Takes back what waits for approval of a field, or note of the decision on it. */
  withdrawProposal(key: string): Promise<void>;
  loadHistory(field?: string, cursor?: string): Promise<Result<History>>;
  /** Undoes a change; what kept it from being undone, where something did. */
  undo(changeId: string): Promise<ProblemDetails | undefined>;
  discard(): void;
  attend(key: string): void;
  /** What failed last is tried again. */
  tryAgain(): void;
  close(): void;
  stay(): void;
  leaveForGood(): void;
}

/** Everything that the editor does; what it shows follows from its state. */
export function createEditor(background: Background, language: Language, sight: Sight): Editor {
  const state = signal<EditorState>({
    phase: 'unclaimed',
    language,
    isSaving: false,
    hasNote: false,
    isLeaving: false,
    hasSummary: false,
    announcement: '',
  });
  const update = (patch: Partial<EditorState>) => {
    state.value = { ...state.peek(), ...patch };
  };
  const texts = () => messagesIn(state.peek().language).editor;
  const redraft = (make: (draft: Draft) => Draft) => {
    const { draft } = state.peek();
    if (draft) update({ draft: make(draft) });
  };

  /** What failed last. */
  let failed = (): Promise<unknown> => load();
  const fail = (problem: ProblemDetails, again: () => Promise<unknown>) => {
    failed = again;
    update({ problem });
  };

  const { ifSeen, asPerson } = createChanging({
    sight,
    texts,
    question: () => state.peek().question,
    ask: (question) => update({ question }),
  });

  async function load(): Promise<void> {
    const { draft, isSaving } = state.peek();
    if (isSaving && draft) return;
    if (!draft) update({ phase: 'loading', problem: undefined });
    const result = await answerOf(background.loadProfile());
    const before = state.peek().draft;
    if (result.ok) {
      const isSame = before?.profile.person.id === result.value.person.id;
      const next = before && isSame ? rebase(before, result.value) : startDraft(result.value);
      update({ phase: 'editing', draft: next, problem: undefined, outage: result.outage });
    } else if (before) {
      fail(result.problem, load);
    } else {
      update({ phase: result.problem.kind === 'unauthenticated' ? 'signedOut' : 'failed', problem: result.problem });
    }
  }

  async function heed(status: Status): Promise<void> {
    const { phase, language: before, problem, draft } = state.peek();
    const waits = phase === 'signedOut' || problem?.kind === 'unauthenticated';
    const isSomebodyElse =
      draft !== undefined && status.user !== undefined && status.user.id !== draft.profile.person.id;
    update({ language: status.language });
    if (phase === 'unclaimed' || phase === 'loading' || !status.user) return;
    // Nothing of one person stays before the eyes, or in the saves, of another.
    if (isSomebodyElse) state.peek().question?.answer(undefined);
    if (isSomebodyElse) update({ draft: undefined, isLeaving: false, hasSummary: false });
    if (waits || isSomebodyElse || status.language !== before) await load();
  }

  async function start(): Promise<void> {
    if (!(await background.claimFrame())) return;
    update({ phase: 'loading' });
    await Promise.all([background.getStatus().then(heed), load()]);
  }

  async function save(only?: readonly string[]): Promise<void> {
    const { draft: before, isSaving } = state.peek();
    if (!before || isSaving) return;
    const draft = leaveAll(before);
    update({ draft, announcement: '' });
    const isBroken = changedFields(draft).some((field) => !isInConflict(draft, field) && brokenRule(draft, field));
    const plan = isBroken && !only ? undefined : planSave(draft, only);
    if (!plan) return finish(draft, fieldsInNeed(draft).length > 0 ? '' : texts().nothingToSave);
    update({ isSaving: true, problem: undefined, hasSummary: false, announcement: texts().saving });
    const { id } = draft.profile.person;
    const result = await asPerson((password) =>
      background.saveProfile({ personId: id, changes: { ...plan, ...(password !== undefined && { password }) } }),
    );
    const current = state.peek().draft;
    update({ isSaving: false, ...(result.ok && { hasNote: false }) });
    if (current?.profile.person.id !== id) return;
    if (result.ok) {
      const { outcomes } = result.value;
      if (Object.values(outcomes).some(({ status }) => status === 'saved')) update({ outage: undefined });
      return finish(applySaved(current, plan, result.value), outcomeSentence(result.value, texts()));
    }
    const { draft: marked, isShown } = applyFaults(current, result.problem.faults ?? [result.problem]);
    if (!isShown) fail(result.problem, () => save(only));
    finish(marked, isShown ? '' : certainty(result.problem, state.peek().language));
  }

  const fieldOf = (key: string) => state.peek().draft?.profile.fields.find((field) => field.key === key);

  async function withdraw(key: string, isForTheirs = false): Promise<void> {
    const edit = fieldOf(key)?.edit;
    if (edit) await takeBack(key, texts().withdrawn, () => background.edits.withdraw(edit.id), isForTheirs);
  }

  async function withdrawProposal(key: string): Promise<void> {
    const proposal = fieldOf(key)?.proposal;
    if (!proposal) return;
    const sentence = proposal.state === 'open' ? texts().withdrawn : '';
    await takeBack(key, sentence, () => background.edits.withdrawProposal(proposal.id));
  }

  async function takeBack(
    key: string,
    announcement: string,
    call: () => Promise<Result<undefined>>,
    isForTheirs = false,
  ): Promise<void> {
    const result = await ifSeen(call);
    if (!result.ok && result.problem.kind !== 'notFound')
      return fail(result.problem, () => takeBack(key, announcement, call, isForTheirs));
    if (isForTheirs) redraft((draft) => resolve(draft, key, 'theirs'));
    await load();
    update({ announcement, attention: { key } });
  }

  /** Shows a draft, says what became of it, and leads to the first field that needs the person. */
  function finish(draft: Draft, sentence: string): void {
    const inNeed = fieldsInNeed(draft);
    const [first] = inNeed;
    update({
      draft,
      hasSummary: inNeed.length > 1,
      announcement: [sentence, first && texts().needYou(inNeed.length)].filter(Boolean).join(' '),
      ...(first && { attention: { key: first.key } }),
    });
  }

  let goOn: () => unknown = background.close;
  const leaveFor = (then: () => unknown = background.close) => {
    goOn = then;
    if (wouldLoseWork(state.peek())) update({ isLeaving: true });
    else leaveForGood();
  };
  const close = () => leaveFor();
  const leaveForGood = () => {
    update({ draft: undefined, phase: 'unclaimed', isLeaving: false });
    void goOn();
  };

  return {
    state,
    services: createFieldServices(background, () => state.peek().draft?.profile.person),
    start() {
      const stops = [background.onLeave(leaveFor), background.onStatus((status) => void heed(status))];
      void start();
      // Numbers that were left before are checked then.
      void loadNumberingPlans().then(() => redraft((draft) => ({ ...draft })));
      return () => {
        for (const stop of stops) stop();
      };
    },
    load,
    signIn: () => void background.openSignIn(),
    async look() {
      if (state.peek().phase !== 'unclaimed') await heed(await background.getStatus());
    },
    enter: (key, value) => redraft((draft) => enter(draft, key, value)),
    leave: (key) => redraft((draft) => leave(draft, key)),
    note: (hasNote) => update({ hasNote }),
    save,
    withdraw: (key) => withdraw(key),
    withdrawProposal,
    loadHistory: (field, cursor) =>
      answerOf(background.edits.loadHistory({ personId: state.peek().draft?.profile.person.id ?? '', field, cursor })),
    async undo(changeId) {
      const result = await asPerson((password) => background.edits.undo(changeId, password));
      if (!result.ok) return result.problem;
      update({ hasNote: false });
      redraft((draft) => rebase(draft, result.value.profile));
      return undefined;
    },
    decide(key, choice) {
      if (choice === 'theirs' && fieldOf(key)?.edit) return void withdraw(key, true);
      redraft((draft) => resolve(draft, key, choice === 'theirs' ? 'theirs' : 'mine'));
      update({ attention: { key } });
      if (choice === 'mine') void save([key]);
    },
    discard() {
      redraft(discard);
      update({ problem: undefined, hasSummary: false, announcement: texts().discarded });
    },
    tryAgain: () => void failed(),
    attend: (key) => update({ attention: { key } }),
    close,
    stay: () => update({ isLeaving: false }),
    leaveForGood,
  };
}
