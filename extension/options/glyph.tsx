const shapes = {
  menu: 'M3.5 6h13M3.5 10h13M3.5 14h13',
  flag: 'M5 17V3.5M5 4.2c3.5-1.8 6 1.8 10 0v7c-4 1.8-6.5-1.8-10 0',
  directory:
    'M4 5.2C4 3.9 6.7 3 10 3s6 .9 6 2.2v9.6C16 16.1 13.3 17 10 17s-6-.9-6-2.2zM4 5.2c0 1.3 2.7 2.2 6 2.2s6-.9 6-2.2M4 10c0 1.3 2.7 2.2 6 2.2s6-.9 6-2.2',
  fields: 'M3.5 4.5h13v4h-13zM3.5 11.5h13v4h-13zM6 6.5h2.5M6 13.5h5',
  pen: 'M12.8 4.2l3 3L7.5 15.5l-3.7.700.7-3.7zM11 6l3 3',
  people:
    'M7.5 9.6a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM2.4 16c.3-2.8 2.3-4.2 5.1-4.2s4.8 1.4 5.1 4.2M13 4.2a2.8 2.8 0 0 1 0 5.2M14.6 12.1c1.8.500 2.9 1.8 3.1 3.9',
  sync: 'M4 9a6.2 6.2 0 0 1 10.6-3.4L16.5 7.5M16.5 3.6v3.9h-3.9M16 11a6.2 6.2 0 0 1-10.6 3.4L3.5 12.5M3.5 16.4v-3.9h3.9',
  settings:
    'M3.5 6h7M14.5 6h2M3.5 14h2M9.5 14h7M12.5 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM7.5 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  transfer: 'M6.5 16V4.5M3.5 7.5l3-3 3 3M13.5 4v11.5M10.5 12.5l3 3 3-3',
  up: 'M10 15.5V5M5.5 9.5L10 5l4.5 4.5',
  down: 'M10 4.5V15M5.5 10.5L10 15l4.5-4.5',
  grip: 'M7.5 5v.01M12.5 5v.01M7.5 10v.01M12.5 10v.01M7.5 15v.01M12.5 15v.01',
  plus: 'M10 4.5v11M4.5 10h11',
  trash: 'M4 6h12M8 6V4h4v2M5.5 6l.7 10.5h7.6L14.5 6M8.5 9v4.5M11.5 9v4.5',
  download: 'M10 3.5v9.5M5.8 9l4.2 4.2L14.2 9M4 16.5h12',
  to: 'M4 10h12M11 5l5 5-5 5',
  back: 'M12 5l-5 5 5 5',
  check: 'M4.5 10.5l3.6 3.6 7.4-8',
  close: 'M5 5l10 10M15 5L5 15',
  alert: 'M10 6v4.6M10 13.6v.01M10 2.6a7.4 7.4 0 1 0 0 14.8 7.4 7.4 0 0 0 0-14.8z',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l3.5 3.5',
  lock: 'M5.2 9.2h9.6v7H5.2zM7.2 9.2V6.6a2.8 2.8 0 0 1 5.6 0v2.6',
  clock: 'M10 6v4.2l2.8 1.8M10 2.6a7.4 7.4 0 1 0 0 14.8 7.4 7.4 0 0 0 0-14.8z',
  play: 'M6.5 4.5l9 5.5-9 5.5z',
  stop: 'M5.5 5.5h9v9h-9z',
} as const;

export type GlyphName = keyof typeof shapes;

/** A small picture of the options page beside a text; it says nothing that the text does not. */
export function Glyph({ name }: { readonly name: GlyphName }) {
  return (
    <svg class={name === 'back' || name === 'to' ? 'icon turns' : 'icon'} viewBox="0 0 20 20" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}
