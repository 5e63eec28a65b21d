import type { ShownDirectory } from '#shared/contract/admin.ts';
import { useTexts } from '../context.ts';
import { MoveButtons } from '../form/move-buttons.tsx';
import { Glyph } from '../glyph.tsx';
import { hrefOf } from '../route.ts';

/** One directory among the others. */
export function DirectoryRow(props: {
  readonly directory: ShownDirectory;
  readonly place: number;
  readonly count: number;
  onMove(by: -1 | 1): void;
  onUse(enabled: boolean): void;
}) {
  const { directory, place, count, onMove, onUse } = props;
  const texts = useTexts('directories');
  const form = useTexts('form');
  const { key, url, baseDN, enabled } = directory;
  const name = directory.name ?? key;
  return (
    <li class={enabled ? 'row' : 'row off'}>
      {count > 1 && <MoveButtons name={name} place={place} count={count} onMove={onMove} />}
      <div class="row-main">
        <a href={hrefOf({ view: 'directories', item: key })}>{name}</a>{' '}
        {directory.join && <span class="tag">{texts.completes}</span>}{' '}
        {!enabled && <span class="tag caution">{texts.disabled}</span>}
        <small>
          <span class="mono" dir="ltr">
            {url}
          </span>
          <span aria-hidden="true"> · </span>
          <span class="mono" dir="ltr">
            {baseDN}
          </span>
        </small>
      </div>
      <div class="actions">
        <button
          type="button"
          role="switch"
          class="bare-switch"
          aria-checked={enabled}
          aria-label={texts.enable(name)}
          onClick={() => onUse(!enabled)}
        />
        <a class="button small" href={hrefOf({ view: 'directories', item: key })} aria-label={form.editThis(name)}>
          <Glyph name="pen" />
          {form.edit}
        </a>
      </div>
    </li>
  );
}
