const en = {
  lead: 'What holds for everything: the schedule of the sync, its limit, how long the history is kept, and the headings of the profile.',
  schedule: 'Schedule of the sync',
  scheduleMeaning: 'When all profiles are brought in step with their directories.',
  rhythm: 'How often',
  rhythms: {
    minutes: 'Every few minutes',
    hours: 'Every few hours',
    daily: 'Once a day',
    weekdays: 'On working days',
    cron: 'As a cron expression',
  },
  everyMinutes: 'Minutes between two runs',
  everyHours: 'Hours between two runs',
  at: 'Time of day',
  cron: 'Cron expression',
  cronHelp: 'Minute, hour, day, month, weekday.',
  timeZone: 'Time zone',
  fullEveryHours: 'Hours until everybody is read again',
  fullEveryHoursHelp: 'Only a run that reads everybody notices who left.',
  words: {
    minutes: (count: number) => (count === 1 ? 'every minute' : `every ${count} minutes`),
    hours: (count: number) => (count === 1 ? 'every hour' : `every ${count} hours`),
    daily: (time: string) => `every day at ${time}`,
    weekdays: (time: string) => `Monday to Friday at ${time}`,
    cron: (expression: string) => `by the schedule ${expression}`,
  },
  runs: (words: string, zone: string) => `A run starts ${words} (${zone}).`,

  removal: 'Limit of removals',
  removalMeaning:
    'People whose entry is gone are hidden, never deleted. A run that would hide more than this stops before it hides anybody.',
  percent: 'Share of people, in percent',
  atLeast: 'And at least this many people',

  history: 'History',
  historyMeaning:
    'Changes that are older leave the history for good, with their pictures. They can no longer be undone.',
  historyDays: 'Days that changes are kept',

  sections: 'Sections of the profile',
  sectionsMeaning: 'The headings under which fields stand, in their order.',
  section: 'Section',
  sectionKey: 'Key',
  sectionLabel: 'Heading',
  addSection: 'Add a section',
  writeEnabled: 'Write access',
};

const de: typeof en = {
  lead: 'Was für alles gilt: der Zeitplan des Abgleichs, seine Grenze, wie lange der Verlauf aufbewahrt wird, und die Überschriften des Profils.',
  schedule: 'Zeitplan des Abgleichs',
  scheduleMeaning: 'Wann alle Profile mit ihren Verzeichnissen in Einklang gebracht werden.',
  rhythm: 'Wie oft',
  rhythms: {
    minutes: 'Alle paar Minuten',
    hours: 'Alle paar Stunden',
    daily: 'Einmal am Tag',
    weekdays: 'An Werktagen',
    cron: 'Als Cron-Ausdruck',
  },
  everyMinutes: 'Minuten zwischen zwei Läufen',
  everyHours: 'Stunden zwischen zwei Läufen',
  at: 'Uhrzeit',
  cron: 'Cron-Ausdruck',
  cronHelp: 'Minute, Stunde, Tag, Monat, Wochentag.',
  timeZone: 'Zeitzone',
  fullEveryHours: 'Stunden, bis wieder alle gelesen werden',
  fullEveryHoursHelp: 'Nur ein Lauf, der alle liest, merkt, wer gegangen ist.',
  words: {
    minutes: (count) => (count === 1 ? 'jede Minute' : `alle ${count} Minuten`),
    hours: (count) => (count === 1 ? 'jede Stunde' : `alle ${count} Stunden`),
    daily: (time) => `jeden Tag um ${time}`,
    weekdays: (time) => `Montag bis Freitag um ${time}`,
    cron: (expression) => `nach dem Zeitplan ${expression}`,
  },
  runs: (words, zone) => `Ein Lauf beginnt ${words} (${zone}).`,

  removal: 'Grenze für Abgänge',
  removalMeaning:
    'Personen, deren Eintrag weg ist, werden verborgen, nie gelöscht. Ein Lauf, der mehr als dies verbergen würde, hält an, bevor er jemanden verbirgt.',
  percent: 'Anteil der Personen, in Prozent',
  atLeast: 'Und mindestens so viele Personen',

  history: 'Verlauf',
  historyMeaning:
    'Ältere Änderungen verschwinden endgültig aus dem Verlauf, samt ihren Bildern. Sie lassen sich dann nicht mehr zurücknehmen.',
  historyDays: 'Tage, die Änderungen aufgehoben werden',

  sections: 'Abschnitte des Profils',
  sectionsMeaning: 'Die Überschriften, unter denen Felder stehen, in ihrer Reihenfolge.',
  section: 'Abschnitt',
  sectionKey: 'Schlüssel',
  sectionLabel: 'Überschrift',
  addSection: 'Abschnitt hinzufügen',
  writeEnabled: 'Schreibzugriff',
};

export const settings = { en, de };
