import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { portraitOf } from '../avatars/pictures.ts';
import { sampleCompany } from '../company/company-ldif.ts';
import { boardPage } from './pages/board.ts';
import { homePage } from './pages/home.ts';
import { peoplePage } from './pages/people.ts';
import { roomsPage } from './pages/rooms.ts';
import { treasuryPage } from './pages/treasury.ts';

const mediaTypes = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' } as const;

/** Nothing is allowed but the own style sheet: no frame, no script, no picture. */
export const strictPolicy =
  "default-src 'none'; frame-src 'none'; require-trusted-types-for 'script'; style-src 'self'";

/** The intranet of Fennel & Finch: plain pages that know nothing of Nameplate. */
export function createIntranet(): Hono {
  const staff = sampleCompany();
  const site = new Hono();

  site.get('/', (context) => context.html(homePage(staff)));
  site.get('/people', (context) => context.html(peoplePage(staff)));
  site.get('/board', (context) => context.html(boardPage(staff)));
  site.get('/rooms/*', (context) => context.html(roomsPage()));
  site.get('/rooms', (context) => context.redirect('/rooms/'));
  site.get('/treasury', (context) => {
    context.header('Content-Security-Policy', strictPolicy);
    return context.html(treasuryPage());
  });

  site.get('/portraits/:uid', (context) => {
    const person = staff.find(({ uid }) => uid === context.req.param('uid'));
    if (!person?.hasPicture) return context.notFound();
    return context.body(portraitOf(person), 200, { 'Content-Type': mediaTypes.svg, 'Cache-Control': 'max-age=3600' });
  });
  site.get('/assets/:file', async (context) => {
    const [file, type] = /^[a-z]+\.(css|js|svg)$/.exec(context.req.param('file')) ?? [];
    if (!file) return context.notFound();
    const content = await readFile(new URL(`assets/${file}`, import.meta.url), 'utf8');
    return context.body(content, 200, {
      'Content-Type': `${mediaTypes[type as keyof typeof mediaTypes]}; charset=utf-8`,
    });
  });
  return site;
}
