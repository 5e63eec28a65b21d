import type { FunctionComponent } from 'preact';
import { useState } from 'preact/hooks';
import type { Profile } from '#shared/contract/profile.ts';
import { Icon } from '../ui/icon.tsx';
import { useTexts } from './context.ts';

type Panel = FunctionComponent<{ readonly profile: Profile; readonly onClose: () => void }>;

/** Opens the history, which is loaded only then. */
export function HistoryButton({ profile }: { readonly profile: Profile }) {
  const texts = useTexts();
  const [panel, setPanel] = useState<{ readonly Panel: Panel } | undefined>(undefined);
  async function open(): Promise<void> {
    const { HistoryPanel } = await import('./history-panel.tsx');
    setPanel({ Panel: HistoryPanel });
  }
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-haspopup="dialog"
        aria-label={texts.history}
        title={texts.history}
        onClick={() => void open()}
      >
        <Icon name="clock" />
      </button>
      {panel && <panel.Panel profile={profile} onClose={() => setPanel(undefined)} />}
    </>
  );
}
