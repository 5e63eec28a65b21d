import { useState } from 'preact/hooks';
import type { ShownDirectory } from '#shared/contract/admin.ts';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import type { Result } from '../../messages.ts';
import { usePage, useTexts } from '../context.ts';
import { FaultSummary } from '../document/fault-summary.tsx';
import { Glyph } from '../glyph.tsx';
import { newItem } from '../new-item.ts';
import { hrefOf } from '../route.ts';
import { Placeholder } from '../view/placeholder.tsx';
import { useLoaded } from '../view/use-loaded.ts';
import { ViewHead } from '../view/view-head.tsx';
import { toDraft, toInput } from './directory-draft.ts';
import { DirectoryRow } from './directory-row.tsx';

/** The directories in their order; what is done here is in force at once. */
export function DirectoryList() {
  const { background, announce } = usePage();
  const shell = useTexts('shell');
  const texts = useTexts('directories');
  const form = useTexts('form');
  const { value, revision, problem, reload } = useLoaded(() => background.call('getDirectories', {}));
  const [failed, setFailed] = useState<ProblemDetails>();
  const [isBusy, setBusy] = useState(false);
  const directories = value?.directories;

  async function change(call: Promise<Result<unknown>>, sentence = '') {
    setBusy(true);
    const result = await call;
    setFailed(result.ok ? undefined : result.problem);
    await reload();
    setBusy(false);
    if (result.ok) announce(sentence);
  }
  function move(index: number, by: number) {
    if (!directories || isBusy) return;
    const keys = directories.map(({ key }) => key);
    const key = keys[index] ?? '';
    const order = keys.toSpliced(index, 1).toSpliced(index + by, 0, key);
    const sentence = form.moved(nameOf(directories[index]), index + by + 1, keys.length);
    void change(background.call('putDirectoryOrder', { body: { keys: order }, revision }), sentence);
  }
  function use(directory: ShownDirectory, enabled: boolean) {
    if (isBusy) return;
    const body = toInput({ ...toDraft(directory), enabled });
    void change(background.call('putDirectory', { params: { key: directory.key }, body, revision }));
  }

  return (
    <>
      <ViewHead title={shell.names.directories} lead={texts.lead}>
        <a class="button primary" href={hrefOf({ view: 'directories', item: newItem })}>
          <Glyph name="plus" />
          {texts.add}
        </a>
      </ViewHead>
      <FaultSummary problem={failed} faults={[]} />
      {!directories && <Placeholder problem={problem} onRetry={reload} />}
      {directories?.length === 0 && (
        <div class="empty-state">
          <span class="badge">
            <Glyph name="directory" />
          </span>
          <h2>{texts.none}</h2>
          <p>{texts.noneMeaning}</p>
        </div>
      )}
      <ol class="rows" aria-busy={isBusy}>
        {directories?.map((directory, index) => (
          <DirectoryRow
            key={directory.key}
            directory={directory}
            place={index}
            count={directories.length}
            onMove={(by) => move(index, by)}
            onUse={(enabled) => use(directory, enabled)}
          />
        ))}
      </ol>
    </>
  );
}

const nameOf = (directory: ShownDirectory | undefined) => directory?.name ?? directory?.key ?? '';
