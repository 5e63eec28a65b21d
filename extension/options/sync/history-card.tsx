import type { SyncRun } from '#shared/contract/sync.ts';
import { usePage, useTexts } from '../context.ts';
import { hrefOf } from '../route.ts';
import { TableFrame } from '../view/table-frame.tsx';
import { RunChart } from './chart.tsx';
import { type CountName, formatsIn, secondsOf, total } from './formats.ts';
import { StatusTag } from './status-tag.tsx';

const columns: readonly CountName[] = ['read', 'added', 'changed', 'hidden', 'failed'];

/** The last runs in a chart and in numbers. */
export function HistoryCard({ runs }: { readonly runs: readonly SyncRun[] }) {
  const { language } = usePage();
  const texts = useTexts('sync');
  const { number, moment } = formatsIn(language);
  const byWhom = ({ kind, name = '' }: SyncRun['startedBy']) =>
    kind === 'person' ? texts.by.person(name) : texts.by[kind];
  return (
    <section class="card">
      <h2 id="history">{texts.history}</h2>
      {runs.length === 0 ? (
        <p>{texts.noRun}</p>
      ) : (
        <>
          <RunChart runs={runs} />
          <TableFrame labelledBy="history">
            <table>
              <thead>
                <tr>
                  <th scope="col">{texts.started}</th>
                  <th scope="col">{texts.startedBy}</th>
                  <th scope="col">{texts.status}</th>
                  <th scope="col" class="number">
                    {texts.duration}
                  </th>
                  {columns.map((name) => (
                    <th key={name} scope="col" class="number">
                      {texts.counts[name]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {runs.map((run) => {
                  const seconds = secondsOf(run);
                  return (
                    <tr key={run.id}>
                      <td>
                        <a href={hrefOf({ view: 'sync', item: run.id })}>{moment(run.startedAt)}</a>
                      </td>
                      <td>{byWhom(run.startedBy)}</td>
                      <td>
                        <StatusTag status={run.status} /> {run.dryRun && <span class="tag">{texts.isDry}</span>}
                      </td>
                      <td class="number">{seconds === undefined ? '–' : texts.seconds(number(seconds))}</td>
                      {columns.map((name) => (
                        <td key={name} class="number">
                          {number(total(run, name))}
                        </td>
                      ))}
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </TableFrame>
        </>
      )}
    </section>
  );
}
