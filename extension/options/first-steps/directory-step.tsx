import type { ShownDirectory } from '#shared/contract/admin.ts';
import { useTexts } from '../context.ts';
import { Glyph } from '../glyph.tsx';
import { newItem } from '../new-item.ts';
import { hrefOf } from '../route.ts';

export function DirectoryStep({ directories }: { readonly directories: readonly ShownDirectory[] }) {
  const texts = useTexts('firstSteps');
  if (directories.length === 0) {
    return (
      <>
        <p>{texts.directoryTodo}</p>
        <a class="button primary" href={hrefOf({ view: 'directories', item: newItem })}>
          <Glyph name="plus" />
          {texts.addDirectory}
        </a>
      </>
    );
  }
  return (
    <p>
      {texts.directoryDone(directories.map(({ key, name }) => name ?? key).join(', '))}{' '}
      <a href={hrefOf({ view: 'directories' })}>{texts.more.directory}</a>
    </p>
  );
}
