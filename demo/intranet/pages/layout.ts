import { html, raw } from 'hono/html';

/** Markup whose values are escaped; what hono's `html` gives where nothing in it is a promise. */
export type Markup = ReturnType<typeof html>;

export interface Page {
  readonly title: string;
  /** The address in the navigation that the page stands for. */
  readonly path: string;
  readonly styles?: readonly string[];
  readonly scripts?: readonly string[];
  /** Off where a policy lets no picture through. */
  readonly icon?: boolean;
  readonly main: Markup;
}

const navigation = [
  ['/', 'Home'],
  ['/people', 'People'],
  ['/rooms/', 'Rooms'],
  ['/board', 'Shop floor'],
  ['/treasury', 'Treasury'],
] as const;

export const logo = raw(
  '<svg class="logo" viewBox="0 0 40 40" width="36" height="36" aria-hidden="true"><rect width="40" height="40" rx="12" class="logo-ground"/><path d="M10 27c0-8 5-13 12-13 4 0 6 2 8 4l-4 1c0 7-5 12-12 12-3 0-4-2-4-4z" class="logo-bird"/><path d="M14 13c1-4 4-6 8-6-1 4-4 6-8 6z" class="logo-leaf"/></svg>',
);

/** A whole page of the site. */
export function layout({ title, path, styles = [], scripts = [], icon = true, main }: Page): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Fennel &amp; Finch</title>
        ${['site', ...styles].map((name) => html`<link rel="stylesheet" href="/assets/${name}.css" />`)}
        ${icon ? html`<link rel="icon" href="/assets/icon.svg" />` : ''}
        ${scripts.map((name) => html`<script type="module" src="/assets/${name}.js"></script>`)}
      </head>
      <body>
        <header class="top">
          <a class="brand" href="/">${logo}<span>Fennel <i>&amp;</i> Finch</span></a>
          <nav aria-label="Main">
            ${navigation.map(
              ([href, label]) =>
                html`<a href="${href}" ${href === path ? raw('aria-current="page"') : ''}>${label}</a>`,
            )}
          </nav>
        </header>
        ${main}
        <footer class="foot">
          <span>Fennel &amp; Finch · Kitchenware since 1921</span>
          <span>Wiesbaden · Berlin · Hamburg · Köln · München · London</span>
        </footer>
      </body>
    </html>`;
}
