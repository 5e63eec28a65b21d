import { useTexts } from '../context.ts';
import { NumberField, TextField } from '../form/controls.tsx';
import { SwitchField } from '../form/switch-field.tsx';
import type { PartProps } from './part-props.ts';

/** What rarely needs to be another than it is. */
export function LimitsPart({ draft, put }: PartProps) {
  const texts = useTexts('directories');
  const seconds = ['connectTimeoutSeconds', 'operationTimeoutSeconds'] as const;
  return (
    <section class="card">
      <SwitchField
        name="enabled"
        label={texts.enabled}
        help={texts.enabledHelp}
        value={draft.enabled}
        onChange={(enabled) => put({ enabled })}
      />
      <details class="more">
        <summary>{texts.parts.more}</summary>
        <div class="form-grid">
          <NumberField
            name="pageSize"
            label={texts.pageSize}
            help={texts.pageSizeHelp}
            min={1}
            max={10_000}
            value={draft.pageSize}
            onChange={(pageSize) => put({ pageSize: pageSize as number })}
          />
          {seconds.map((member) => (
            <NumberField
              key={member}
              name={member}
              label={texts[member]}
              min={1}
              max={3600}
              value={draft[member]}
              onChange={(value) => put({ [member]: value })}
            />
          ))}
          <TextField
            name="timestampPattern"
            label={texts.timestampPattern}
            help={texts.timestampPatternHelp}
            isCode
            placeholder="yyyyMMddHHmmssZ"
            value={draft.timestampPattern ?? undefined}
            onChange={(pattern) => put({ timestampPattern: pattern ?? null })}
          />
        </div>
      </details>
    </section>
  );
}
