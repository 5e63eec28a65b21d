import { useState } from 'preact/hooks';
import { usePage, useTexts } from '../context.ts';
import { ImpactDialog } from '../form/impact-dialog.tsx';
import { Glyph } from '../glyph.tsx';

/** Takes a directory away, after it was said whom and what that touches. */
export function RemoveDirectory({ directory, name }: { readonly directory: string; readonly name: string }) {
  const { background, go, guard } = usePage();
  const texts = useTexts('directories');
  const [isAsking, setAsking] = useState(false);
  const params = { key: directory };

  async function remove() {
    // What it touches was counted at this moment, so the revision is of this moment too.
    const now = await background.call('getDirectories', {});
    const result = now.ok ? await background.call('removeDirectory', { params, revision: now.revision ?? '' }) : now;
    if (!result.ok) return result.problem;
    guard(false);
    go({ view: 'directories' });
    return undefined;
  }
  return (
    <div class="danger-zone">
      <button type="button" class="button danger" onClick={() => setAsking(true)}>
        <Glyph name="trash" />
        {texts.remove}
      </button>
      {isAsking && (
        <ImpactDialog
          title={texts.removeTitle(name)}
          action={texts.remove}
          undo={texts.removeUndo}
          say={texts.removeMeaning}
          load={() => background.call('getDirectoryImpact', { params })}
          onConfirm={remove}
          onCancel={() => setAsking(false)}
        />
      )}
    </div>
  );
}
