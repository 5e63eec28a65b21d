import type { SyncChange, SyncFailure } from '#shared/contract/sync.ts';
import { useTexts } from '../context.ts';
import { Trouble } from '../diagnosis/trouble.tsx';
import { TableFrame } from '../view/table-frame.tsx';

/** Whom a run failed on, and why. */
export function FailuresCard({ failures }: { readonly failures: readonly SyncFailure[] }) {
  const texts = useTexts('sync');
  if (failures.length === 0) return null;
  return (
    <section class="card">
      <h2 id="failures">{texts.failures}</h2>
      <p>{texts.firstOnes}</p>
      <TableFrame labelledBy="failures">
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.person}</th>
              <th scope="col">{texts.why}</th>
            </tr>
          </thead>
          <tbody>
            {failures.map(({ directory, username, dn, problem }) => (
              <tr key={`${directory} ${dn ?? username}`}>
                <td>
                  <code dir="ltr">{username ?? dn ?? '–'}</code>
                </td>
                <td>
                  <Trouble problem={problem} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}

/** What a run changed, or a dry run would change. */
export function ChangesCard(props: { readonly changes: readonly SyncChange[]; readonly isDry: boolean }) {
  const { changes, isDry } = props;
  const texts = useTexts('sync');
  if (changes.length === 0) return null;
  return (
    <section class="card">
      <h2 id="changes">{isDry ? texts.wouldChange : texts.changes}</h2>
      <p>{texts.firstOnes}</p>
      <TableFrame labelledBy="changes">
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.person}</th>
              <th scope="col">{texts.what}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ directory, username, displayName, kind, attributes = [] }) => (
              <tr key={`${directory} ${username} ${kind}`}>
                <td>
                  {displayName} <small class="soft">{username}</small>
                </td>
                <td>
                  {texts.kinds[kind]} {attributes.length > 0 && <code>{attributes.join(', ')}</code>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}
