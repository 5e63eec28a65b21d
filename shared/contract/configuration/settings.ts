import * as z from 'zod/mini';
import { localizedText } from '../../fields/localized-text.ts';
import { wholeNumber } from '../../whole-number.ts';
import { key, listOf, text } from './members.ts';

export const section = z.strictObject({ key, label: localizedText });

/** https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns, for pages of the web alone. */
const matchPattern = z.string().check(
  z.regex(/^(?:https?|\*):\/\/(?:\*|(?:\*\.)?[^/*\s]+)\/\S*$/u, {
    error: 'is no match pattern, such as https://intranet.example.com/*',
  }),
);

const sync = z.strictObject({
  cron: z._default(text, '0 */3 * * *'),
  timeZone: z._default(text, 'UTC'),
  /** Only a run that reads everybody notices who left, so a scheduled one does at least so often. */
  fullEveryHours: z._default(wholeNumber.check(z.minimum(1), z.maximum(8760)), 24),
});

export const settings = z.strictObject({
  /** W1: nothing is written to any directory until this is on. */
  writeEnabled: z._default(z.boolean(), false),
  sync: z._default(sync, sync.parse({})),
  removalLimit: z._default(
    z.strictObject({
      percent: z._default(z.number().check(z.minimum(0), z.maximum(100)), 5),
      atLeast: z._default(wholeNumber.check(z.minimum(0)), 20),
    }),
    { percent: 5, atLeast: 20 },
  ),
  /** Changes that are older leave the history. */
  historyDays: z._default(wholeNumber.check(z.minimum(1), z.maximum(36_500)), 1095),
  /** Match patterns of the pages that carry the launcher. */
  intranet: z._default(z.array(matchPattern), []),
  /** The headings under which fields stand, in their order; a section that is not listed is headed by its key. */
  sections: z._default(listOf(section), []),
});
export type Settings = z.infer<typeof settings>;
