import { type Attempt, listed, nothing, saves } from '../attempt.ts';
import type { Person } from '../person.ts';

/** Notes all that the browser tells a page, from the page's first moment on. */
const watching = `
  const heard = [], nodes = new Set(), entries = [];
  const note = (node) => node instanceof Node && nodes.add(node);
  for (const type of ['keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'change', 'compositionstart', 'copy', 'cut', 'paste',
    'click', 'dblclick', 'auxclick', 'contextmenu', 'pointerdown', 'pointerup', 'pointermove', 'pointerover', 'mousedown', 'mouseup',
    'mousemove', 'mouseover', 'wheel', 'touchstart', 'dragstart', 'dragover', 'drop', 'focus', 'blur', 'focusin', 'focusout', 'load',
    'error', 'message', 'storage', 'selectionchange', 'animationstart', 'animationend', 'transitionend', 'toggle', 'beforetoggle',
    'cancel', 'close', 'scroll', 'submit', 'securitypolicyviolation'])
    addEventListener(type, (event) => {
      heard.push(type);
      for (const node of [event.target, event.relatedTarget, event.originalTarget, event.explicitOriginalTarget, ...event.composedPath()])
        note(node);
    }, true);
  for (const type of PerformanceObserver.supportedEntryTypes)
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        entries.push(JSON.stringify(entry) + JSON.stringify(entry.attribution ?? ''));
        for (const node of [entry.target, entry.element, ...(entry.sources ?? []).map((source) => source.node)]) note(node);
      }
    }).observe({ type, buffered: true });
  setInterval(() => {
    for (const animation of document.documentElement.getAnimations({ subtree: true })) note(animation.effect?.target);
  }, 5);
  const channel = new BroadcastChannel('nameplate');
  channel.onmessage = () => heard.push('message');
  const isInside = (node) => node.getRootNode() instanceof ShadowRoot;
  Object.assign(globalThis, { heard, nodes, entries, isInside });
`;

const reading: readonly (readonly [name: string, gains: string])[] = [
  [
    'look into the shadow root, its markup and its copies',
    `const host = document.querySelector('html > div');
     const texts = [document.documentElement.outerHTML, document.documentElement.getHTML?.({ serializableShadowRoots: true }) ?? '',
       host.cloneNode(true).innerHTML, document.documentElement.innerText];
     return [host.shadowRoot && 'the root', texts.some((text) => /iframe|Clerk/.test(text)) && 'its markup'];`,
  ],
  [
    'find the frame',
    `return [window.length > 0 && 'a window', document.querySelector('iframe, frame, embed, object') && 'an element'];`,
  ],
  [
    'reach into the shadow root by positions and by targets of events',
    `const at = [innerWidth - 200, innerHeight / 2];
     const found = [...nodes, ...document.elementsFromPoint(...at), document.activeElement, getSelection().anchorNode,
       document.caretPositionFromPoint?.(...at)?.offsetNode, document.caretRangeFromPoint?.(...at)?.startContainer];
     const root = found.find((node) => node && isInside(node))?.getRootNode();
     return [root && 'the root', root?.querySelector('iframe')?.src && 'the address with the spent token'];`,
  ],
  [
    'find what it shows by searching the page',
    `const isFound = (text) => { try { return window.find(text, false, false, true, false, true) } catch (error) { return error.name } };
     return [isFound('Groß') !== isFound('no such text') && 'whether it shows a text'];`,
  ],
  [
    'find it in timings of resources, events, frames and layout',
    `return [entries.some((entry) => entry.includes('extension://')) && 'its address'];`,
  ],
  ['find it in the history', `return [history.length !== pagesBefore && 'an entry'];`],
  [
    'hear keys, pointers, the clipboard and messages with the first listeners of the page',
    `return [...new Set(heard.slice(heardBefore))].filter((type) => !['focus', 'blur', 'focusin', 'focusout'].includes(type));`,
  ],
  [
    'see from the user activation of the page when somebody types',
    `return [navigator.userActivation.isActive && 'that somebody does, not what'];`,
  ],
];

/** All of these on one page, after somebody has changed a field and copied it. */
export function readingAttempts(): readonly Attempt[] {
  let isOver = false;
  async function edit(person: Person): Promise<void> {
    await person.visit('/watching');
    await person.inPage('globalThis.pagesBefore = history.length');
    await person.openEditor();
    await person.inEditor(`document.getElementById('field-title').focus()`);
    await person.inPage('globalThis.heardBefore = heard.length');
    await saves(person);
    await person.press('Control', 'a');
    await person.press('Control', 'c');
    isOver = true;
  }
  return reading.map(([name, gains]) => ({
    name,
    pages: { '/watching': { script: watching } },
    async run(person) {
      if (!isOver) await edit(person);
      return listed((await person.inPage<unknown[]>(gains)).filter((gain) => typeof gain === 'string'));
    },
  }));
}

const isRegistered = `return navigator.serviceWorker.register('/worker.js').then(() => navigator.serviceWorker.ready).then(() => true)`;

export const interceptingAttempts: readonly Attempt[] = [
  {
    name: 'intercept what it loads with a service worker',
    pages: {
      '/worker.js': {
        script: `const seen = []; addEventListener('install', () => skipWaiting());
          addEventListener('activate', (event) => event.waitUntil(clients.claim()));
          addEventListener('fetch', (event) => seen.push(event.request.url));
          addEventListener('message', (event) => event.source.postMessage(seen));`,
      },
    },
    async run(person) {
      await person.visit('/');
      await person.inPage(isRegistered);
      await person.visit('/');
      await person.openEditor();
      const seen = await person.inPage<string[]>(`return new Promise((resolve) => {
        navigator.serviceWorker.onmessage = ({ data }) => resolve(data);
        navigator.serviceWorker.controller.postMessage('?');
      })`);
      return listed(seen.filter((url) => !url.startsWith('http://localhost')));
    },
  },
  {
    name: 'have the browser report it by a content security policy that forbids frames',
    pages: {
      '/strict': {
        headers: {
          'content-security-policy': "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; frame-src 'none'",
          'content-security-policy-report-only': "frame-src 'none'; frame-ancestors 'none'",
        },
        script: `globalThis.reports = [];
          addEventListener('securitypolicyviolation', (event) => reports.push(event.blockedURI + event.violatedDirective));`,
      },
    },
    async run(person) {
      await person.visit('/strict');
      await person.openEditor();
      return listed(await person.inPage<string[]>(`return reports.filter((report) => /extension|frame/.test(report))`));
    },
  },
  {
    name: 'catch it with a default policy of Trusted Types',
    pages: {
      '/trusted': {
        headers: {
          'content-security-policy': "require-trusted-types-for 'script'; script-src 'unsafe-inline' 'unsafe-eval'",
        },
        script: `globalThis.caught = []; const keep = (text) => { if (!text.startsWith('return')) caught.push(text); return text };
          globalThis.trustedTypes?.createPolicy('default', { createHTML: keep, createScriptURL: keep, createScript: (text) => text });`,
      },
    },
    async run(person) {
      await person.visit('/trusted');
      await person.openEditor();
      return listed(await person.inPage<string[]>('return caught'));
    },
  },
  {
    name: 'poison prototypes and functions that the launcher might use',
    pages: {
      '/poisoned': {
        script: `globalThis.caught = [];
          for (const name of ['frameToken', 'type', 'data', 'id', 'timestamp', 'src', 'mode', 'signal', 'get', 'then'])
            Object.defineProperty(Object.prototype, name, { configurable: true, get: () => undefined, set(value) {
              caught.push(name); Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true });
            } });
          for (const [owner, name] of [[Element.prototype, 'attachShadow'], [Element.prototype, 'append'], [crypto, 'getRandomValues'],
            [Document.prototype, 'createElement'], [Array.prototype, 'map'], [HTMLDialogElement.prototype, 'showModal']]) {
            const real = owner[name];
            owner[name] = function (...values) { caught.push(name); return real.apply(this, values) };
          }
          caught.length = 0;`,
      },
    },
    async run(person) {
      await person.visit('/poisoned');
      await person.openEditor();
      return listed(
        await person.inPage<string[]>(
          `return caught.filter((name) => !['map', 'get', 'then', 'type', 'id'].includes(name))`,
        ),
      );
    },
  },
  {
    name: 'put forms and pictures in the place of what the document has by those names',
    pages: {
      '/clobbered': {
        script: `addEventListener('DOMContentLoaded', () => {
          const { body } = document;
          for (const name of ['createElement', 'documentElement', 'addEventListener', 'activeElement', 'readyState', 'body']) {
            const form = Document.prototype.createElement.call(document, 'form');
            form.setAttribute('name', name);
            body.append(form);
          }
        })`,
      },
    },
    async run(person) {
      await person.visit('/clobbered');
      await person.openEditor();
      return (await saves(person)) ? nothing : 'no editor';
    },
  },
];
