import { html, raw } from 'hono/html';
import type { Person } from '#demo/company/person.ts';
import { layout, type Markup } from './layout.ts';
import { portrait } from './portrait.ts';

const news = [
  {
    topic: 'Product',
    title: 'The whistling kettle learns a second tone',
    text: 'After eleven prototypes the workshop agreed: a major third it is. First batch leaves the kiln on Thursday.',
    date: '12 May',
    art: 'kettle',
  },
  {
    topic: 'Workplace',
    title: 'Bicycle shed in Wiesbaden opens again',
    text: 'With forty more places, a pump that works, and a green roof that the bees have already found.',
    date: '9 May',
    art: 'bicycle',
  },
  {
    topic: 'People',
    title: 'Fire drill: thank you for 3 minutes 40',
    text: 'A new house record. The assembly point for building C has moved to the walnut tree.',
    date: '6 May',
    art: 'tree',
  },
];

const art: Readonly<Record<string, string>> = {
  kettle:
    '<path class="a" d="M34 78c0-24 12-38 32-38s32 14 32 38z"/><path class="b" d="M50 40c0-18 32-18 32 0M96 58l18-12"/><circle class="c" cx="66" cy="36" r="5"/><path class="b" d="M120 36c6-4 0-10 6-14M132 40c6-4 0-10 6-14"/>',
  bicycle:
    '<circle class="b" cx="46" cy="66" r="20"/><circle class="b" cx="116" cy="66" r="20"/><path class="b" d="M46 66l22-30h32l16 30M68 36l16 30h-38M84 66l16-30M94 26h14M60 32h14"/>',
  tree: '<path class="b" d="M80 88V50M80 66l16-12M80 60l-14-10"/><circle class="a" cx="80" cy="34" r="22"/><circle class="c" cx="100" cy="44" r="14"/><circle class="a" cx="58" cy="42" r="15"/>',
};

const links = [
  ['Travel & expenses', 'Claim by the 20th'],
  ['Leave planner', '14 days left'],
  ['Service desk', 'Usually answers in 2 h'],
  ['Recipe archive', '4,210 recipes'],
  ['Brand kit', 'Logos, colours, voice'],
  ['Learning', '3 new courses'],
];

const menu = [
  ['Mon', 'Leek & fennel soup, rye bread'],
  ['Tue', 'Käsespätzle, cucumber salad'],
  ['Wed', 'Lentil dal, pickled lime'],
  ['Thu', 'Königsberger Klopse or tofu'],
  ['Fri', 'Baked trout, new potatoes'],
];

export function homePage(staff: readonly Person[]): Markup {
  const newcomers = staff.filter(({ hasPicture, title }) => hasPicture && title).slice(-4);
  const main = html`<main class="home">
    <section class="hero">
      <div>
        <p class="eyebrow">Tuesday in the house</p>
        <h1>Good things take a handle.</h1>
        <p>Spring collection is out of the kiln, the terrace is open, and the canteen has rhubarb.</p>
        <p class="actions"><a class="button" href="#news">Read the news</a><a class="button quiet" href="/people">Find somebody</a></p>
      </div>
      ${still}
    </section>
    <section id="news" aria-labelledby="news-title">
      <h2 id="news-title">News</h2>
      <div class="cards">
        ${news.map(
          (item) => html`<article class="card">
            <svg class="art ${item.art}" viewBox="0 0 160 96" aria-hidden="true">${raw(art[item.art] ?? '')}</svg>
            <p class="eyebrow">${item.topic} · ${item.date}</p>
            <h3><a href="#${item.art}">${item.title}</a></h3>
            <p>${item.text}</p>
          </article>`,
        )}
      </div>
    </section>
    <div class="columns">
      <section class="panel" aria-labelledby="links-title">
        <h2 id="links-title">Shortcuts</h2>
        <ul class="links">
          ${links.map(([label, note]) => html`<li><a href="#links-title">${label}</a><small>${note}</small></li>`)}
        </ul>
      </section>
      <section class="panel" aria-labelledby="menu-title">
        <h2 id="menu-title">In the canteen</h2>
        <dl class="menu">${menu.map(([day, dish]) => html`<dt>${day}</dt><dd>${dish}</dd>`)}</dl>
      </section>
      <section class="panel" aria-labelledby="new-title">
        <h2 id="new-title">New faces</h2>
        <ul class="faces">
          ${newcomers.map(
            (person) =>
              html`<li>${portrait(person)}<span><b>${person.name.full}</b><small>${person.title}</small></span></li>`,
          )}
        </ul>
      </section>
    </div>
  </main>`;
  return layout({ title: 'Home', path: '/', styles: ['home'], main });
}

const still = raw(`<svg class="still" viewBox="0 0 420 240" aria-hidden="true">
  <ellipse class="s0" cx="210" cy="206" rx="190" ry="16"/>
  <path class="s1" d="M70 200V112h120v88a18 18 0 0 1-18 18H88a18 18 0 0 1-18-18z"/><path class="s2" d="M62 112h136v-8a14 14 0 0 0-14-14H76a14 14 0 0 0-14 14z"/>
  <circle class="s2" cx="130" cy="82" r="10"/><path class="s5" d="M62 132H46a10 10 0 0 0 0 20h16M198 132h16a10 10 0 0 1 0 20h-16"/>
  <path class="s3" d="M232 214c-14-26-8-58 34-58s48 32 34 58z"/><path class="s5" d="M298 176c26-8 30 26 2 26M250 156c0-20 32-20 32 0"/>
  <path class="s4" d="M338 216V128M338 150c-18-4-24-20-22-34 16 2 24 16 22 34zM338 132c16-4 22-18 20-32-16 2-22 16-20 32zM338 176c20 0 28-12 30-26-18-2-30 8-30 26z"/>
  <path class="s1" d="M320 182h36l-5 36h-26z"/>
  <path class="s5" d="M104 66c-8-10 8-16 0-28M130 60c-8-10 8-16 0-28M156 66c-8-10 8-16 0-28"/>
</svg>`);
