import type { DirectoryDefinition } from '#shared/contract/configuration/directory.ts';
import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import type { DirectoryGateway } from '../directory/gateway.ts';
import type { Mark, Sweep, SweptPage } from '../directory/sweep.ts';
import { mappedAttributes, pictureAttributes } from '../profiles/field-source.ts';
import type { Store } from '../store/store.ts';
import type { DirectoryReport } from './directory-report.ts';
import { findLeaving, type Leaving } from './leaving.ts';
import { planRun, type RemovalLimit, type RunPlan, type RunWish } from './plan-run.ts';
import { fieldsReadBefore, readState, type SyncState } from './sync-state.ts';
import { createTakePage } from './take-page.ts';

export interface SyncDirectoryDeps {
  readonly store: Pick<Store, 'sweeps' | 'syncStates' | 'pictures' | 'people'>;
  readonly gateway: Pick<DirectoryGateway, 'sweep'>;
  readonly definition: DirectoryDefinition;
  readonly fields: readonly FieldDefinition[];
  /** All of them. */
  readonly directories: readonly DirectoryDefinition[];
  readonly removalLimit: RemovalLimit;
  /** Undefined for a dry run. */
  readonly runId: string | undefined;
  readonly wish: RunWish;
  readonly report: DirectoryReport;
  readonly signal: AbortSignal;
  now(): Date;
}

/** So many alternatives a filter may well have. */
const idsAtOnce = 100;

/** Brings the people of one directory up to date. Throws when it did not come to its end: then the next run begins where this one did. */
export async function syncDirectory(deps: SyncDirectoryDeps): Promise<void> {
  const { store, gateway, definition, wish, fields, report } = deps;
  const kept = await store.syncStates.load(definition.key);
  const state = readState(kept);
  const pictures = pictureAttributes(fields);
  const attributes = mappedAttributes(fields);
  const texts = attributes.filter((attribute) => !pictures.has(attribute));
  const withRevision = pictures.size > 0;

  await gateway.sweep(async (sweep) => {
    const plan = planRun(wish, state, sweep.definition, attributes);
    const selection = await sweep.select(plan.since);
    const because = plan.because ?? (selection.mode === 'full' && plan.since ? selection.because : undefined);
    const isFull = selection.mode === 'full';
    report.set({
      mode: selection.mode,
      filter: selection.filter,
      ...(because && { fullBecause: because }),
      ...(isFull && state.people !== null && { expected: state.people }),
    });
    const directory = definition.key;
    const observed = fieldsReadBefore(state, fields);
    const newPass = async () => {
      const [since, isEmpty] = [await store.sweeps.changeNumber(), await store.sweeps.isEmpty(directory)];
      return createTakePage({ ...deps, directory, sweep, observed, since, isEmpty });
    };

    if (!isFull && plan.missing.length > 0) {
      await using filling = await newPass();
      const isMissing = ({ source }: FieldDefinition) =>
        source.kind === 'directory' && plan.missing.includes(source.attribute);
      const everybody = await sweep.select(undefined);
      const missingTexts = plan.missing.filter((attribute) => !pictures.has(attribute));
      for await (const page of sweep.pages(everybody, { attributes: missingTexts, withRevision: false })) {
        deps.signal.throwIfAborted();
        await filling.fill(page, fields.filter(isMissing));
      }
      await filling.written();
    }

    // What was filled must not look as if somebody else had read it, so this is a pass of its own.
    await using pass = await newPass();
    const wanted = { attributes: texts, withRevision };
    const pages = isFull ? sweep.pages(selection, wanted) : changesAndUnsettled();
    for await (const page of pages) {
      deps.signal.throwIfAborted();
      if (!page.isLast) await pass.take(page);
      else {
        let leaving: Leaving | undefined;
        await pass.take(page, async () => {
          leaving = await findLeaving(store.sweeps, sweep, {
            directory,
            directoryName: definition.name ?? directory,
            isFull,
            since: pass.since,
            state,
            removalLimit: deps.removalLimit,
            read: report.run.read,
            isEachIdentified: pass.isEachIdentified(),
            seen: pass.seen,
          });
          const next = stateAfter({
            state,
            sweep,
            isFull,
            definition: sweep.definition,
            attributes,
            plan,
            wish,
            read: report.run.read,
          });
          const hide = leaving.hide.map(({ number }) => number);
          return { hide, hiddenAt: deps.now(), state: { document: next, revision: kept.revision } };
        });
        for (const kind of ['hide', 'missing'] as const) {
          for (const { username, displayName } of leaving?.[kind] ?? []) {
            report.did({ kind: kind === 'hide' ? 'hidden' : 'missing', username, displayName });
          }
        }
      }
    }

    /** What others read may be older than what the run before read, though it was kept later. */
    async function* changesAndUnsettled(): AsyncGenerator<SweptPage> {
      for await (const page of sweep.pages(selection, wanted)) yield { ...page, isLast: false };
      const unsettled = await store.sweeps.unsettled(directory);
      const ids = unsettled.filter(({ number }) => !pass.seen.has(number)).map(({ entryId }) => entryId);
      for (let from = 0; from < ids.length; from += idsAtOnce) {
        const some = sweep.withIds(ids.slice(from, from + idsAtOnce));
        for await (const page of sweep.pages(some, wanted)) yield { ...page, isLast: false };
      }
      yield { entries: [], unreadable: [], isLast: true };
    }
  }, deps.signal);
}

export interface After {
  readonly state: SyncState;
  readonly sweep: Sweep;
  readonly isFull: boolean;
  readonly definition: string;
  readonly attributes: readonly string[];
  readonly plan: RunPlan;
  readonly wish: RunWish;
  readonly read: number;
}

/** Where the next run begins. */
export function stateAfter(after: After): SyncState {
  const { state, sweep, isFull, attributes, plan, wish } = after;
  const mark = later(sweep.mark() ?? null, isFull ? null : state.mark);
  const lastSync = (mark?.kind === 'timestamp' ? mark.at : sweep.beganAt()?.toISOString()) ?? state.lastSync;
  const covered = [...state.attributes, ...plan.missing];
  const isGap = !isFull && leavesGap(plan, state);
  return {
    ...(isGap ? { mark: state.mark, readUntil: state.readUntil } : { mark, readUntil: lastSync }),
    lastSync,
    // A run since another date has not done what an admin wishes for the next one.
    ...(wish.since
      ? { setByHand: state.setByHand, isEmptied: state.isEmptied }
      : { setByHand: null, isEmptied: false }),
    definition: isGap || wish.since ? state.definition : after.definition,
    attributes: isFull ? [...attributes] : attributes.filter((attribute) => covered.includes(attribute)),
    lastFull: isFull ? wish.now.toISOString() : state.lastFull,
    people: isFull ? after.read : state.people,
  };
}

/** Read from a date on that is later than all that was read: what came between the two is still to be read. */
function leavesGap({ since }: RunPlan, { readUntil }: SyncState): boolean {
  if (!since || !('date' in since)) return false;
  return readUntil === null || since.date > new Date(readUntil);
}

/** Timestamps of few changes may tell of an earlier moment than was known before. */
function later(mark: Mark | null, before: Mark | null): Mark | null {
  if (mark === null) return before;
  const isBehind = mark.kind === 'timestamp' && before?.kind === 'timestamp' && mark.at < before.at;
  return isBehind ? before : mark;
}
