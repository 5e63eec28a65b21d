/** A day as `1980-05-23` (ISO 8601); undefined where the text is none that the calendar has. */
export function calendarDate(year: string, month: string, day: string): string | undefined {
  const text = `${year}-${month}-${day}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : undefined;
}

export function isCalendarDate(text: unknown): text is string {
  const [, year, month, day] = (typeof text === 'string' && /^(\d{4})-(\d\d)-(\d\d)$/u.exec(text)) || [];
  return year !== undefined && month !== undefined && day !== undefined && calendarDate(year, month, day) !== undefined;
}
