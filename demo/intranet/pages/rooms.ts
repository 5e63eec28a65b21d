import { html } from 'hono/html';
import { layout, type Markup } from './layout.ts';

/** The single-page app: its script takes over the body and every address below /rooms/. */
export function roomsPage(): Markup {
  const main = html`<main><p class="lead">Loading rooms…</p></main>`;
  return layout({ title: 'Rooms', path: '/rooms/', styles: ['rooms'], scripts: ['rooms'], main });
}
