const shapes = {
  close: 'M5 5l10 10M15 5L5 15',
  check: 'M4.5 10.5l3.6 3.6 7.4-8',
  alert: 'M10 6v4.6M10 13.6v.1M10 2.6a7.4 7.4 0 1 0 0 14.8 7.4 7.4 0 0 0 0-14.8z',
  clock: 'M10 6v4.2l2.8 1.8M10 2.6a7.4 7.4 0 1 0 0 14.8 7.4 7.4 0 0 0 0-14.8z',
  sync: 'M4 9a6.2 6.2 0 0 1 10.6-3.4L16.5 7.5M16.5 3.6v3.9h-3.9M16 11a6.2 6.2 0 0 1-10.6 3.4L3.5 12.5M3.5 16.4v-3.9h3.9',
  lock: 'M5.2 9.2h9.6v7H5.2zM7.2 9.2V6.6a2.8 2.8 0 0 1 5.6 0v2.6',
  people:
    'M7.5 9.6a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM2.4 16c.3-2.8 2.3-4.2 5.1-4.2s4.8 1.4 5.1 4.2M13 4.2a2.8 2.8 0 0 1 0 5.2M14.6 12.1c1.8.5 2.9 1.8 3.1 3.9',
};

/** A small picture beside a text; it says nothing that the text does not. */
export function Icon({ name }: { readonly name: keyof typeof shapes }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}
