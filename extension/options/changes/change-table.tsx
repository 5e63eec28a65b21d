import type { AdminChange } from '#shared/contract/history.ts';
import type { OptionsTexts } from '../../ui/messages/options-texts.ts';
import { usePage, useTexts } from '../context.ts';
import { formatsIn } from '../sync/formats.ts';
import { TableFrame } from '../view/table-frame.tsx';

/** Changes, each with who made it, for whom, and from what to what. */
export function ChangeTable({ changes }: { readonly changes: readonly AdminChange[] }) {
  const { language } = usePage();
  const texts = useTexts('changes');
  const { moment } = formatsIn(language);
  return (
    <TableFrame labelledBy="change-history">
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.when}</th>
            <th scope="col">{texts.person}</th>
            <th scope="col">{texts.field}</th>
            <th scope="col">{texts.change}</th>
            <th scope="col">{texts.by}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ id, at, person, label, from, to, actor, source, reason }) => (
            <tr key={id}>
              <td>{moment(at)}</td>
              <td>{person?.displayName ?? texts.gone}</td>
              <td>{label}</td>
              <td>
                <bdi>{texts.fromTo(plain(from, texts), plain(to, texts))}</bdi>
                {reason !== undefined && <small class="reason">{texts.reason(reason)}</small>}
              </td>
              <td>
                {actor?.displayName} <span class="tag">{texts.sources[source]}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

/** A value of any type in a word or two. */
function plain(value: unknown, texts: OptionsTexts['changes']): string {
  if (value === null || value === undefined) return texts.empty;
  if (Array.isArray(value))
    return value.length === 0 ? texts.empty : value.map((each) => plain(each, texts)).join(', ');
  if (typeof value !== 'object') return texts.quoted(String(value));
  return 'displayName' in value ? String(value.displayName) : texts.picture;
}
