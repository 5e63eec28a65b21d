import type { ComponentChildren } from 'preact';
import { useGuard } from '../context.ts';
import { FaultsContext } from '../form/faults.ts';
import { useFaults } from '../form/use-faults.ts';
import { Placeholder } from '../view/placeholder.tsx';
import { FaultSummary } from './fault-summary.tsx';
import { ForeignNotice } from './foreign-notice.tsx';
import { SaveBar } from './save-bar.tsx';
import type { Document } from './use-document.ts';

/** The form of a part of the configuration: what is wrong and what others did above it, what to do about it below. */
export function DocumentForm<Value>(props: {
  readonly document: Document<Value>;
  /** What people call a place in it, such as `sync.cron`. */
  labelOf(place: string): string;
  /** The name of the control at a place that the server names; the place itself where it is left out. */
  readonly toName?: (place: string) => string;
  /** Brings what is wrong in sight, where it is not. */
  readonly onAttend?: (name: string) => void;
  readonly onSubmit?: () => void;
  children(draft: Value): ComponentChildren;
}) {
  const { document, labelOf, toName, onAttend, onSubmit, children } = props;
  const { phase, draft, problem, isChanged } = document;
  const { byName, list } = useFaults(document.faults, labelOf, toName);
  useGuard(isChanged);
  if (phase !== 'ready' || draft === undefined) {
    return <Placeholder problem={phase === 'failed' ? problem : undefined} onRetry={document.reload} />;
  }
  return (
    <FaultsContext.Provider value={byName}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isChanged) return;
          if (onSubmit) onSubmit();
          else void document.save();
        }}
      >
        <FaultSummary problem={problem} faults={list} {...(onAttend && { onAttend })} />
        <ForeignNotice document={document} nameOf={(path) => labelOf(path.join('.'))} />
        {children(draft)}
        <SaveBar document={document} />
      </form>
    </FaultsContext.Provider>
  );
}
