import { createPlural } from '../plural.ts';

const plural = /* @__PURE__ */ createPlural('en');

/** The page on which edits are approved. */
export const approvals = {
  title: 'Approve edits',
  link: (count: number) => `Approve edits (${count})`,
  findPeople: 'Find people',
  waiting: (count: number) =>
    plural(count, {
      zero: 'Nothing waits for you.',
      one: '1 edit waits for you.',
      other: `${count} edits wait for you.`,
    }),
  enteredBy: (name: string) => `entered by ${name}`,
  wanted: 'Entered',
  overtaken: 'The value has changed since, so an approval can no longer write this. It is now:',
  word: 'A word to the person',
  wordHelp: 'Needed where you decline.',
  wordMissing: 'Say why you decline.',
  approve: 'Approve',
  decline: 'Decline',
  /** What became of a decision. */
  outcomes: {
    open: (name: string, label: string) => `${label} of ${name} still waits.`,
    approved: (name: string, label: string) => `${label} of ${name} is approved.`,
    declined: (name: string, label: string) => `${label} of ${name} is declined.`,
    overtaken: (name: string, label: string) =>
      `${label} of ${name} had been changed meanwhile and was not written. ${name} is told.`,
    refused: (name: string, label: string) => `${label} of ${name} could not be written. ${name} is told why.`,
  },
};
