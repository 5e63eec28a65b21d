import sharp from 'sharp';
import { type Attempt, nothing, saves, stopsSaving } from '../attempt.ts';
import type { Person } from '../person.ts';

interface Cover {
  readonly name: string;
  readonly lay: string;
  readonly lift: string;
  /** Where the page may do so and the person sees what became of it, what that is called. */
  readonly harmless?: string;
}

const host = `document.querySelector('html > div')`;
const reach = `const root = document.caretPositionFromPoint?.(innerWidth - 200, innerHeight / 2)?.offsetNode?.getRootNode();`;
const own = 'globalThis.cover.remove()';
const large =
  'position: fixed; inset: 0; width: 100vw; height: 100vh; max-width: none; max-height: none; background: white';
const important = (...rules: string[]) => rules.map((rule) => `${rule} !important`).join(';');
const unstyle = `document.documentElement.removeAttribute('style'); ${host}.removeAttribute('style')`;

const covers: readonly Cover[] = [
  {
    name: 'restyle the launcher’s element inline, with !important',
    lay: `${host}.style.cssText = '${important(
      ...[
        'opacity: 0.01',
        'transform: scale(0.1)',
        'filter: blur(9px)',
        'clip-path: inset(50%)',
        'mask: linear-gradient(#0000, #0000)',
      ],
      ...[
        'pointer-events: none',
        'font-size: 2px',
        'color-scheme: dark',
        'mix-blend-mode: difference',
        'contain: paint',
      ],
    )}'`,
    lift: unstyle,
  },
  {
    name: 'restyle it by a style sheet of the page, custom properties and ::backdrop included',
    lay: `globalThis.cover = document.createElement('style');
      cover.textContent = '*, ::backdrop, ::part(x) { ${important('opacity: 0.01', 'transform: scale(0.1)', 'color: red', '--ground: red')} }';
      document.head.append(cover)`,
    lift: own,
  },
  {
    name: 'hide it (visibility)',
    lay: `${host}.style.cssText = '${important('visibility: hidden')}'`,
    lift: unstyle,
  },
  { name: 'hide it (display)', lay: `${host}.style.cssText = '${important('display: none')}'`, lift: unstyle },
  {
    name: 'fade, shrink and clip the root of the page',
    lay: `document.documentElement.style.cssText = '${important('opacity: 0.01', 'transform: scale(0.1)', 'clip-path: inset(50%)')}'`,
    lift: unstyle,
  },
  {
    name: 'blur the root of the page',
    lay: `document.documentElement.style.cssText = '${important('filter: blur(9px)')}'`,
    lift: unstyle,
  },
  {
    name: 'zoom the page until the editor is a dot',
    lay: `document.documentElement.style.cssText = '${important('zoom: 0.05')}'`,
    lift: unstyle,
  },
  {
    name: 'turn the direction of the page',
    lay: `${host}.style.cssText = '${important('direction: rtl')}'`,
    lift: unstyle,
    harmless: 'moves it to the other side',
  },
  {
    name: 'cover it with a popover in a closed shadow root, through which clicks fall',
    lay: `globalThis.cover = document.createElement('div');
      const inner = document.createElement('div');
      inner.popover = 'manual';
      inner.style.cssText = '${large}; pointer-events: none';
      cover.attachShadow({ mode: 'closed' }).append(inner);
      document.body.append(cover);
      inner.showPopover()`,
    lift: own,
  },
  {
    name: 'cover it with a modal dialog of the page',
    lay: `globalThis.cover = document.createElement('dialog');
      cover.style.cssText = '${large}';
      document.body.append(cover);
      cover.showModal()`,
    lift: own,
  },
  {
    name: 'cover it with the list of a select',
    lay: `globalThis.cover = document.createElement('div');
      cover.innerHTML = '<style>select, ::picker(select) { appearance: base-select } ::picker(select) { ${large} }</style><select><option>A';
      document.body.append(cover);
      cover.querySelector('select').showPicker()`,
    lift: own,
  },
  {
    name: 'cover it by going to full screen, allowed by a key pressed in the editor',
    lay: 'return document.body.requestFullscreen().then(() => true)',
    lift: 'return document.exitFullscreen().then(() => true)',
  },
  {
    name: 'show a picture of the page in its place (view transition), through which clicks fall',
    lay: `globalThis.cover = document.createElement('style');
      cover.textContent = '@keyframes stay { from, to { opacity: 0 } } ::view-transition { background: white; pointer-events: none } ' +
        '::view-transition-old(root), ::view-transition-new(root) { animation: stay 60s }';
      document.head.append(cover);
      globalThis.transition = document.startViewTransition?.(() => document.body.append('.'));
      return transition?.ready.then(() => true)`,
    lift: `${own}; globalThis.transition?.skipTransition(); return globalThis.transition?.finished.then(() => true)`,
  },
  {
    name: 'reach into the shadow root and make the frame transparent',
    lay: `${reach}
      globalThis.frame = root?.querySelector?.('iframe');
      if (frame) frame.style.opacity = '0.01'`,
    lift: `globalThis.frame?.removeAttribute('style')`,
  },
  {
    name: 'reach into the shadow root and add rules to it',
    lay: `${reach}
      globalThis.reached = root instanceof ShadowRoot ? root : undefined;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('iframe { opacity: 0.01 !important }');
      if (reached) reached.adoptedStyleSheets = [sheet]`,
    lift: `if (globalThis.reached) globalThis.reached.adoptedStyleSheets = []`,
  },
  {
    name: 'reach into the shadow root and cover the frame there',
    lay: `${reach}
      globalThis.cover = document.createElement('p');
      cover.style.cssText = 'position: absolute; inset: 0; margin: 0; background: white; pointer-events: none';
      if (root instanceof ShadowRoot) root.querySelector('dialog').append(cover)`,
    lift: own,
  },
  { name: 'make it inert', lay: `${host}.inert = true`, lift: `${host}.inert = false` },
];

/** All of these over one editor, one after the other; after each it saves again. */
export function coveringAttempts(): readonly Attempt[] {
  let isOpen = false;
  async function open(person: Person): Promise<void> {
    await person.visit('/');
    await person.openEditor();
    if (!(await saves(person))) throw new Error('Nothing is saved though nothing was tried');
    isOpen = true;
  }
  return covers.map(({ name, lay, lift, harmless }) => ({
    name,
    async run(person) {
      if (!isOpen) await open(person);
      const before = await pictureOfEditor(person);
      await person.inPage(lay);
      const looksSame = areAlike(before, await pictureOfEditor(person));
      const outcome = looksSame && (await saves(person)) ? nothing : await outcomeOf(person, harmless);
      await person.inPage(lift);
      for (let tries = 0; !(await saves(person)); tries++) {
        if (tries === 8) throw new Error('Nothing is saved though the cover is gone');
      }
      return outcome;
    },
  }));
}

async function outcomeOf(person: Person, harmless: string | undefined): Promise<string> {
  if (harmless) return (await saves(person)) ? harmless : `${harmless}, and nothing is saved`;
  return (await stopsSaving(person)) ? 'nothing is saved' : 'what is not seen is saved';
}

/** The pixels of the upper part of the editor, where nothing moves while the title is changed. */
async function pictureOfEditor(person: Person): Promise<Buffer> {
  await person.inEditor('document.activeElement.blur(); document.querySelector("main").scrollTop = 0');
  const picture = sharp(await person.picture());
  const { width } = await picture.metadata();
  return picture
    .extract({ left: width - 440, top: 30, width: 360, height: 280 })
    .removeAlpha()
    .raw()
    .toBuffer();
}

function areAlike(one: Buffer, other: Buffer): boolean {
  const differing = one.filter((value, index) => Math.abs(value - (other[index] ?? 0)) > 16).length;
  return one.length === other.length && differing < one.length / 200;
}
