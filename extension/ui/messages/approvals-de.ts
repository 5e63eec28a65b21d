import { createPlural } from '../plural.ts';
import type { approvals as en } from './approvals-en.ts';

const plural = /* @__PURE__ */ createPlural('de');

export const approvals: typeof en = {
  title: 'Änderungen genehmigen',
  link: (count) => `Änderungen genehmigen (${count})`,
  findPeople: 'Personen finden',
  waiting: (count) =>
    plural(count, {
      zero: 'Nichts wartet auf Sie.',
      one: '1 Änderung wartet auf Sie.',
      other: `${count} Änderungen warten auf Sie.`,
    }),
  enteredBy: (name) => `eingegeben von ${name}`,
  wanted: 'Eingegeben',
  overtaken: 'Der Wert ist inzwischen ein anderer; genehmigt würde dies nicht mehr geschrieben. Jetzt steht dort:',
  word: 'Ein Wort an die Person',
  wordHelp: 'Nötig, wenn Sie ablehnen.',
  wordMissing: 'Sagen Sie, warum Sie ablehnen.',
  approve: 'Genehmigen',
  decline: 'Ablehnen',
  outcomes: {
    open: (name, label) => `${label} von ${name} wartet noch.`,
    approved: (name, label) => `${label} von ${name} ist genehmigt.`,
    declined: (name, label) => `${label} von ${name} ist abgelehnt.`,
    overtaken: (name, label) =>
      `${label} von ${name} war inzwischen geändert und wurde nicht geschrieben. ${name} erfährt davon.`,
    refused: (name, label) => `${label} von ${name} ließ sich nicht schreiben. ${name} erfährt den Grund.`,
  },
};
