import type { Random } from './random.ts';

const duties = [
  'Looks after everything that has a handle.',
  'Zuständig für Töpfe, Pfannen & alles, was klappert.',
  'First contact for suppliers north of the Main; speaks Dutch and a little Danish.',
  'Betreut die Auszubildenden – Fragen sind immer willkommen!',
  'Keeps the kiln at 820 °C (± 5 K).',
  'Ansprechpartnerin für Reklamationen aus Österreich und der Schweiz.',
  'Part of the Winter Collection team 🫕',
  'Verantwortlich für den Messestand in Halle 4.1.',
  'Отвечает за документацию и переводы.',
  'Υπεύθυνη για τις παραγγελίες από την Ελλάδα.',
  '负责亚洲市场的客户服务。',
  'مسؤول عن التدريب والسلامة.',
  'אחראית על הקשר עם הספקים.',
  '金曜日は在宅勤務です。',
];
const hours = [
  'Mon–Thu, 8–14 h',
  'Mo–Fr 7:30–16:00 Uhr',
  'Part-time: Tue, Wed, Thu',
  'In Elternzeit bis Oktober',
  'Usually in the workshop, please call twice.',
];
const extras = [
  'Ersthelfer, 2. OG ⛑️',
  'Fire warden, building B',
  'Stand-in: the colleague at the next desk',
  'Bitte keine Anrufe vor 9 Uhr ☕',
  '"Measure twice, cook once."',
];

/** What somebody says about their work, over one to four lines. */
export function drawDescription(random: Random): string {
  const lines = [random.pick(duties)];
  if (random.chance(0.6)) lines.push(random.pick(hours));
  if (random.chance(0.3)) lines.push('');
  if (random.chance(0.4)) lines.push(random.pick(extras));
  return lines.join(random.chance(0.1) ? '\r\n' : '\n').trimEnd();
}
