import type { SyncRun } from '#shared/contract/sync.ts';
import { usePage, useTexts } from '../context.ts';
import { changesOf, formatsIn, secondsOf } from './formats.ts';

const width = 720;
const height = 120;

/** How long the last runs took (bars) and how many people they changed (line), the latest at the end; the table says it in numbers. */
export function RunChart({ runs }: { readonly runs: readonly SyncRun[] }) {
  const { language } = usePage();
  const texts = useTexts('sync');
  const { number } = formatsIn(language);
  const ended = runs.filter(({ endedAt, dryRun }) => endedAt !== undefined && !dryRun).toReversed();
  if (ended.length < 2) return null;
  const durations = ended.map((run) => secondsOf(run) ?? 0);
  const changes = ended.map(changesOf);
  const [longest, most] = [Math.max(...durations, 0.1), Math.max(...changes, 1)];
  const step = width / ended.length;
  const barWidth = Math.min(step * 0.6, 36);
  const x = (index: number) => index * step + step / 2;
  const y = (share: number) => height - share * (height - 8);
  const line = changes.map((count, index) => `${x(index)},${y(count / most)}`).join(' ');
  return (
    <figure class="chart">
      <figcaption>
        <b>{texts.chart}</b> <span class="soft">{texts.chartMeaning}</span>
        <span class="legend">
          <span class="key bar">{texts.atMost(texts.duration, texts.seconds(number(longest)))}</span>
          <span class="key line-key">{texts.atMost(texts.changedPeople, number(most))}</span>
        </span>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={texts.chart}>
        <title>{texts.chart}</title>
        {durations.map((seconds, index) => (
          <rect
            key={ended[index]?.id}
            class={ended[index]?.status === 'succeeded' ? 'bar' : 'bar bad'}
            x={x(index) - barWidth / 2}
            y={y(seconds / longest)}
            width={barWidth}
            height={height - y(seconds / longest)}
            rx="3"
          />
        ))}
        <polyline class="line" points={line} />
      </svg>
    </figure>
  );
}
