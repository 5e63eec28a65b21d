import { type Attempt, listed, nothing, saves } from '../attempt.ts';
import type { Person } from '../person.ts';

const opens = async (person: Person) => ((await person.countEditors()) > 0 ? 'opens the editor' : nothing);
const host = `document.querySelector('html > div')`;
/** By then whatever was set off has happened. */
const settle = `return new Promise((resolve) => setTimeout(() => requestAnimationFrame(() => resolve(true)), 200))`;

/** The last ones go on with the editor of the first. */
export const hearingAttempts: readonly Attempt[] = [
  {
    name: 'take the focus out of the frame and hear what is typed on',
    async run(person) {
      await person.visit('/');
      await person.inPage(`globalThis.heard = []; for (const type of ['keydown', 'keypress', 'keyup', 'paste', 'copy'])
        addEventListener(type, (event) => heard.push(event.key ?? type), true)`);
      await person.openEditor();
      await person.inEditor(`document.getElementById('field-title').focus()`);
      await person.inPage(`globalThis.thief = setInterval(() => {
        ${host}.tabIndex = 0; ${host}.focus(); document.activeElement.blur(); window.focus(); document.getElementById('own').focus();
      }, 1)`);
      await person.type('secret');
      await person.press('Control', 'v');
      return listed(await person.inPage<string[]>('clearInterval(thief); return heard'));
    },
  },
  {
    name: 'have something dragged out of it',
    async run(person) {
      const isPrevented = `const drag = new DragEvent('dragstart', { bubbles: true, cancelable: true });
        document.getElementById('field-title').dispatchEvent(drag);
        return drag.defaultPrevented;`;
      return (await person.inEditor<boolean>(isPrevented)) ? nothing : 'what is dropped on the page';
    },
  },
  {
    name: 'have passwords or card numbers filled in',
    async run(person) {
      const fillable = `return document.querySelectorAll('[type=password], [autocomplete*=password], [autocomplete^=cc-]').length`;
      return (await person.inEditor<number>(fillable)) === 0 ? nothing : 'what the browser fills in';
    },
  },
];

export const clickingAttempts: readonly Attempt[] = [
  {
    name: 'press the launcher by script: click(), events of every kind, keys, labels, form submission',
    async run(person) {
      await person.visit('/');
      await person.inPage(`
        const host = ${host};
        const targets = [host, document.elementFromPoint(innerWidth - 42, innerHeight - 42),
          document.caretPositionFromPoint?.(innerWidth - 42, innerHeight - 42)?.offsetNode].filter(Boolean);
        const inside = targets.flatMap((target) => { const root = target.getRootNode(); return root instanceof ShadowRoot ? [...root.querySelectorAll('button')] : [] });
        for (const target of [...targets, ...inside]) {
          target.click?.();
          for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) target.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }));
          for (const key of ['Enter', ' ']) for (const type of ['keydown', 'keyup']) target.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }));
        }
        const form = document.createElement('form');
        form.action = 'javascript:void 0';
        document.body.append(form);
        form.requestSubmit();`);
      await person.inPage(settle);
      return opens(person);
    },
  },
  {
    name: 'say to the launcher what the background says',
    async run(person) {
      await person.visit('/');
      await person.inPage(`
        for (const type of ['showEditor', 'openEditor', 'claimFrame', 'loadProfile', 'saveProfile']) {
          const message = { id: 1, type, data: { frameToken: '0'.repeat(32) }, timestamp: Date.now() };
          window.postMessage(message, '*');
          new BroadcastChannel('nameplate').postMessage(message);
          for (const target of [window, document, ${host}]) target.dispatchEvent(new CustomEvent(type, { detail: message }));
          globalThis.chrome?.runtime?.sendMessage?.(message);
          globalThis.browser?.runtime?.sendMessage?.(message);
        }`);
      await person.inPage(settle);
      return opens(person);
    },
  },
  {
    name: 'take the pointer (pointer lock), allowed by a key pressed in the editor',
    async run(person) {
      await person.visit('/');
      await person.openEditor();
      await saves(person);
      await person.inPage(`return Promise.resolve(document.body.requestPointerLock()).then(() => true, () => true)`);
      await person.inPage(settle);
      const isLocked = await person.inPage<boolean>('return document.pointerLockElement !== null');
      if (!isLocked) return nothing;
      const isSaved = await saves(person);
      await person.inPage('document.exitPointerLock()');
      return isSaved ? 'the pointer, until Escape' : 'the pointer, until Escape; nothing is saved';
    },
  },
];

export const movingAttempts: readonly Attempt[] = [
  ['put the launcher elsewhere while the editor is open', `document.body.append(${host})`],
  ['put the launcher before all else while the editor is open', `document.documentElement.prepend(${host})`],
  ['remove the launcher while the editor is open', `${host}.remove()`],
  ['replace the whole document', `document.documentElement.replaceChildren(document.createElement('body'))`],
  ['write itself anew, which takes all listeners away', `document.open(); document.write('<p>Anew'); document.close()`],
].map(([name = '', move]) => ({
  name,
  async run(person) {
    await person.visit('/');
    await person.openEditor();
    await person.inPage(`${move}`);
    await person.inPage(settle);
    if ((await person.countEditors()) > 0) return 'the editor where the page puts it';
    const isBack = await person.inPage<boolean>(`return ${host} !== null`);
    if (!isBack) return 'no launcher';
    await person.openEditor();
    return 'closes it';
  },
}));

export const racingAttempts: readonly Attempt[] = [
  {
    name: 'tell the launcher that a newer one has come',
    async run(person) {
      await person.visit('/');
      await person.openEditor();
      await person.inPage(
        `document.dispatchEvent(new CustomEvent('${person.extensionId}' + ':launcher:wxt:content-script-started', { detail: { contentScriptName: 'launcher', messageId: 'x' } }));`,
      );
      await person.inPage(settle);
      if ((await person.countEditors()) > 0) return nothing;
      return (await person.inPage<boolean>(`return ${host} !== null`)) ? 'closes it' : 'no launcher';
    },
  },
  {
    name: 'put the launcher into a transparent frame of its own before it is pressed',
    pages: { '/inner': {} },
    async run(person) {
      await person.visit('/');
      await person.inPage(`const frame = document.createElement('iframe');
        frame.src = '/inner';
        frame.style.cssText = 'position: fixed; inset: 0; width: 100vw; height: 100vh; opacity: 0.01';
        document.body.append(frame);
        return new Promise((resolve) => frame.onload = () => { frame.contentDocument.documentElement.append(${host}); resolve(true) })`);
      await person.inPage(settle);
      return (await person.inPage<boolean>(`return ${host} !== null`)) ? nothing : 'the editor in its frame';
    },
  },
  {
    name: 'remove the launcher at every moment, also that of opening',
    async run(person) {
      await person.visit('/');
      await person.inPage(`globalThis.remover = setInterval(() => ${host}?.remove(), 1)`);
      await person.pressLauncher();
      await person.inPage(settle);
      return (await person.countEditors()) > 0 ? 'an editor' : 'no launcher';
    },
  },
  {
    name: 'have it pressed many times at once',
    async run(person) {
      await person.visit('/');
      for (let times = 0; times < 3; times++) await person.pressLauncher();
      await person.openEditor();
      return (await saves(person)) ? nothing : 'an editor that does not save';
    },
  },
];
