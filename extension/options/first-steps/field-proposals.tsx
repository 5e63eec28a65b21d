import { useState } from 'preact/hooks';
import type { ProblemDetails } from '#shared/contract/problem.ts';
import { textIn } from '#shared/fields/localized.ts';
import { usePage, useTexts } from '../context.ts';
import { FaultSummary } from '../document/fault-summary.tsx';
import { useFaults } from '../form/use-faults.ts';
import { hrefOf } from '../route.ts';
import { Placeholder } from '../view/placeholder.tsx';
import { useLoaded } from '../view/use-loaded.ts';
import { chosenField, type Proposal, proposeFields } from './propose-fields.ts';

/** What the directory has of what most companies want: ticked, not typed. */
export function FieldProposals({ directory, onAdd }: { readonly directory: string; onAdd(): void }) {
  const { background } = usePage();
  const texts = useTexts('firstSteps');
  const schema = useLoaded(() =>
    background.call('listAttributes', { params: { key: directory }, query: { limit: 5000 } }),
  );
  const proposals = proposeFields(schema.value?.attributes ?? []);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [written, setWritten] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<ProblemDetails>();
  const [isBusy, setBusy] = useState(false);
  const { list } = useFaults(problem?.faults ?? [], (name) => name);
  const chosen = proposals.filter(({ attribute }) => !left.includes(attribute));

  async function add() {
    if (isBusy || chosen.length === 0) return;
    setBusy(true);
    const before = await background.call('getFields', {});
    const fields = chosen.map((proposal) => chosenField(proposal, written.includes(proposal.attribute)));
    type Body = Parameters<typeof background.call<'putFields'>>[1]['body'];
    const body = { fields } as unknown as Body;
    // Somebody else may have been as fast: nothing of theirs is overwritten.
    const isBare = before.ok && before.value.fields.length === 0;
    const result = isBare ? await background.call('putFields', { body, revision: before.revision ?? '' }) : before;
    setBusy(false);
    setProblem(result.ok ? undefined : result.problem);
    if (result.ok) onAdd();
  }
  if (!schema.value) return <Placeholder problem={schema.problem} onRetry={schema.reload} />;
  if (proposals.length === 0) {
    return (
      <p>
        <a href={hrefOf({ view: 'fields' })}>{texts.noneFits}</a>
      </p>
    );
  }
  const toggle = (names: readonly string[], name: string) =>
    names.includes(name) ? names.filter((each) => each !== name) : [...names, name];
  return (
    <>
      <p>{texts.fieldsTodo}</p>
      <FaultSummary problem={problem} faults={list} />
      <ul class="rows in-card">
        {proposals.map((proposal) => (
          <ProposalRow
            key={proposal.attribute}
            proposal={proposal}
            isChosen={!left.includes(proposal.attribute)}
            isWritten={written.includes(proposal.attribute)}
            onChoose={() => setLeft(toggle(left, proposal.attribute))}
            onWrite={() => setWritten(toggle(written, proposal.attribute))}
          />
        ))}
      </ul>
      <button type="button" class="button primary" aria-disabled={isBusy || chosen.length === 0} onClick={add}>
        {texts.addFields}
      </button>
    </>
  );
}

function ProposalRow(props: {
  readonly proposal: Proposal;
  readonly isChosen: boolean;
  readonly isWritten: boolean;
  onChoose(): void;
  onWrite(): void;
}) {
  const { proposal, isChosen, isWritten, onChoose, onWrite } = props;
  const { language } = usePage();
  const texts = useTexts('firstSteps');
  const types = useTexts('fields').types;
  const { field, attribute, isWritable } = proposal;
  const name = textIn(language, field.label ?? {});
  return (
    <li class="row">
      <div class="row-main">
        <b>{name}</b>
        <small>
          <span class="mono">{attribute}</span> · {types[field.type] ?? field.type}
        </small>
      </div>
      <label class="tick">
        <input type="checkbox" checked={isChosen} aria-label={`${texts.show}: ${name}`} onChange={onChoose} />
        {texts.show}
      </label>
      {isWritable && (
        <label class="tick">
          <input
            type="checkbox"
            checked={isWritten && isChosen}
            disabled={!isChosen}
            aria-label={`${texts.editable}: ${name}`}
            onChange={onWrite}
          />
          {texts.editable}
        </label>
      )}
    </li>
  );
}
