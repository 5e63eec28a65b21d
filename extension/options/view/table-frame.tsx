import type { ComponentChildren } from 'preact';

/** A table that may be wider than its place. */
export function TableFrame(props: { readonly labelledBy: string; readonly children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard (WCAG 2.1.1)
    <section class="table-frame" tabIndex={0} aria-labelledby={props.labelledBy}>
      {props.children}
    </section>
  );
}
