import { html } from 'hono/html';
import type { Person } from '#demo/company/person.ts';
import { layout, type Markup } from './layout.ts';
import { portrait } from './portrait.ts';

/** Everybody on cards, as last year's telephone list had them. */
export function peoplePage(staff: readonly Person[]): Markup {
  const departments = [...new Set(staff.map(({ department }) => department.name))];
  const main = html`<main>
    <div class="heading">
      <div><h1>People</h1><p class="lead">${staff.length} colleagues in ${departments.length} departments</p></div>
      <label class="search"><span>Search</span><input id="search" type="search" placeholder="Name, title, room…" /></label>
    </div>
    <p id="nobody" class="lead" hidden>Nobody is called that.</p>
    <ul class="people">
      ${staff.map(
        (person) => html`<li class="person" data-words="${words(person)}">
          ${portrait(person)}
          <div>
            <h2 dir="auto">${person.displayName ?? person.name.full}</h2>
            <p>${person.title ?? person.department.name}</p>
            <p class="faint">${[person.department.name, person.location, person.room].filter(Boolean).join(' · ')}</p>
            <p>${person.mail ? html`<a href="mailto:${person.mail}">${person.mail}</a>` : ''}</p>
            <p class="faint">${person.phone ?? ''}</p>
          </div>
        </li>`,
      )}
    </ul>
  </main>`;
  return layout({ title: 'People', path: '/people', styles: ['people'], scripts: ['people'], main });
}

function words({ name, displayName, title, department, room, location }: Person): string {
  return [name.full, displayName, name.romanized, title, department.name, room, location].join(' ').toLowerCase();
}
