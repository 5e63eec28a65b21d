import { dnOf } from '../company/people.ts';
import { password, suffix } from '../company/suffix.ts';
import type { Demo } from './start-demo.ts';

type Facts = Pick<Demo, 'directoryURL' | 'serverURL' | 'intranetURL' | 'extension' | 'browser'>;

/** What somebody who started the demo needs to know, and no more. */
export function summary({ directoryURL, serverURL, intranetURL, extension, browser }: Facts): string {
  const search = `ldapsearch -x -LLL -o ldif-wrap=no -H ${directoryURL} -D ${dnOf('lena')} -w ${password} -b ${suffix}`;
  return [
    '',
    '  Nameplate · the sample company Fennel & Finch',
    '',
    `  Intranet     ${intranetURL}`,
    `  Server       ${serverURL}`,
    `  Directory    ${directoryURL}`,
    '',
    `  Sign in as   lena   employee`,
    `               omar   helpdesk`,
    `               ida    admin          everybody's password: ${password}`,
    '',
    ...toOpen(extension, intranetURL, browser),
    "  Lena's entry, as the directory has it:",
    `  ${search} uid=lena telephoneNumber title l description`,
    '',
    '  Ctrl+C ends everything.',
    '',
  ].join('\n');
}

function toOpen(extension: string | undefined, intranetURL: string, browser: Facts['browser']): string[] {
  if (!extension) return [];
  if (browser) return ['  A browser has opened the intranet. Sign in by the toolbar button of Nameplate.', ''];
  return [
    `  1. In Chromium open chrome://extensions, turn on Developer mode, "Load unpacked": ${extension}`,
    `  2. Open ${intranetURL}`,
    '  3. Sign in by the toolbar button of Nameplate, then press the name plate on the page.',
    '',
  ];
}
