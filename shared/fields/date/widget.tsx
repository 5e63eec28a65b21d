import { controlAttributes } from '../control-attributes.ts';
import type { Widget } from '../widget.ts';
import { isCalendarDate } from './calendar-date.ts';
import { shown } from './kind.ts';
import type { DateSettings } from './schema.ts';

export const dateWidget: Widget<string, DateSettings> = {
  Control(props) {
    const { value, context } = props;
    const { earliest, latest = '9999-12-31' } = context.settings.validation ?? {};
    const isDay = isCalendarDate(value);
    return (
      <>
        <input
          {...controlAttributes(props)}
          type="date"
          min={earliest}
          max={latest}
          value={isDay ? value : ''}
          onInput={({ currentTarget }) => props.onInput(currentTarget.value || undefined)}
        />
        {value !== undefined && !isDay && <span class="note quiet">{value}</span>}
      </>
    );
  },
  View: ({ value, language }) => <>{isCalendarDate(value) ? shown(language, value) : value}</>,
};
