import { html } from 'hono/html';
import type { Person } from '#demo/company/person.ts';
import type { Markup } from './layout.ts';

/** A person's picture, or the first letter of the name where there is none. */
export function portrait({ uid, name, hasPicture }: Person): Markup {
  return hasPicture
    ? html`<img class="portrait" src="/portraits/${uid}" alt="" width="48" height="48" loading="lazy" />`
    : html`<span class="portrait letter" aria-hidden="true">${[...name.given][0]}</span>`;
}
