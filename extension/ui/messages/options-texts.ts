import type { Language } from '#shared/fields/field-kind.ts';
import { changes } from './options/changes.ts';
import { diagnosis } from './options/diagnosis.ts';
import { directories } from './options/directories.ts';
import { faults } from './options/faults.ts';
import { fields } from './options/fields.ts';
import { findings } from './options/findings.ts';
import { firstSteps } from './options/first-steps.ts';
import { form } from './options/form.ts';
import { roles } from './options/roles.ts';
import { settings } from './options/settings.ts';
import { shell } from './options/shell.ts';
import { sights } from './options/sights.ts';
import { signIn } from './options/sign-in.ts';
import { sync } from './options/sync.ts';
import { transfer } from './options/transfer.ts';

/** The texts of the options page, by area. They stand apart from the others, so that no other page carries them. */
const areas = {
  shell,
  form,
  faults,
  changes,
  diagnosis,
  findings,
  sights,
  directories,
  fields,
  roles,
  settings,
  signIn,
  firstSteps,
  sync,
  transfer,
};

export type OptionsTexts = { readonly [Area in keyof typeof areas]: (typeof areas)[Area]['en'] };

const inLanguage = (language: Language) =>
  Object.fromEntries(Object.entries(areas).map(([area, texts]) => [area, texts[language]])) as unknown as OptionsTexts;
const texts: Readonly<Record<Language, OptionsTexts>> = { en: inLanguage('en'), de: inLanguage('de') };

export const optionsTexts = (language: Language): OptionsTexts => texts[language];
