import { type Attempt, listed, nothing, saves } from '../attempt.ts';

/** Frames an address over the whole page, and waits until the frame has loaded or was refused. */
const frame = (address: string, element = 'iframe') => `
  const frame = document.createElement('${element}');
  frame.style.cssText = 'position: fixed; inset: 0 auto auto 0; width: 400px; height: 400px';
  frame.${element === 'object' ? 'data' : 'src'} = ${JSON.stringify(address)};
  return new Promise((resolve) => {
    frame.onload = frame.onerror = () => setTimeout(resolve, 100, true);
    setTimeout(resolve, 1000, true);
    document.body.append(frame);
  })`;

export const framingAttempts: readonly Attempt[] = [
  {
    name: 'frame the editor’s page without a token, with a guessed one, with what every object has by name',
    async run(person) {
      await person.visit('/');
      const address = await person.addressOf('/editor.html');
      for (const token of ['', `#${'0'.repeat(32)}`, '#__proto__']) await person.inPage(frame(`${address}${token}`));
      // Once the real one, which began later, shows the profile, the others would have shown it, too.
      await person.openEditor();
      return (await person.countEditors()) > 1 ? 'shows the profile' : nothing;
    },
  },
  {
    name: 'frame it with the token of the editor that is open',
    async run(person) {
      await person.visit('/');
      await person.openEditor();
      const token = await person.inEditor<string>('return location.hash');
      await person.inPage(frame(`${await person.addressOf('/editor.html')}${token}`));
      await saves(person);
      return (await person.countEditors()) > 1 ? 'shows the profile' : nothing;
    },
  },
  {
    name: 'open itself in another tab, and there the editor with the token of the one that is open',
    async run(person) {
      await person.visit('/');
      await person.openEditor();
      const token = await person.inEditor<string>('return location.hash');
      await person.inEditor(`document.getElementById('field-title').focus()`);
      // A key pressed in the frame lets the page open a tab.
      await person.type('x');
      const address = `${await person.addressOf('/editor.html')}${token}`;
      const isOpen = await person.inPage<boolean>(`
        const tab = globalThis.tab = window.open('/');
        return tab !== null && new Promise((resolve) => {
          const watch = setInterval(() => {
            if (!tab.document.getElementById('own')) return;
            clearInterval(watch);
            const frame = tab.document.createElement('iframe');
            frame.style.cssText = 'position: fixed; inset: 0 auto auto 0; width: 400px; height: 400px';
            frame.src = ${JSON.stringify(address)};
            frame.onload = () => setTimeout(resolve, 300, true);
            tab.document.body.append(frame);
          }, 20);
        })`);
      if (!isOpen) return 'no tab';
      const others = await person.countOtherEditors();
      await person.inPage('tab.close()');
      if (others > 0) return 'shows the profile';
      return (await saves(person)) ? nothing : 'an editor that does not save';
    },
  },
  {
    name: 'have the editor printed, with the page',
    async run(person) {
      await person.visit('/');
      const before = await person.paper();
      await person.openEditor();
      return before.equals(await person.paper()) ? nothing : 'what it shows, on paper';
    },
  },
  {
    name: 'frame the popup, in which one signs in',
    async run(person) {
      await person.visit('/');
      await person.inPage(frame(await person.addressOf('/popup.html')));
      return (await person.countInFrames('form, .person')) > 0 ? 'shows the popup' : nothing;
    },
  },
  {
    name: 'load scripts, styles and pictures of the extension',
    async run(person) {
      await person.visit('/');
      const addresses = await Promise.all(
        ['/content-scripts/launcher.js', '/manifest.json', '/icon/16.png', '/background.js'].map(person.addressOf),
      );
      return listed(
        await person.inPage<string[]>(`const addresses = ${JSON.stringify(addresses)};
          return Promise.all(addresses.map((address) => fetch(address).then(() => new URL(address).pathname, () => null)))
            .then((found) => found.filter(Boolean))`),
      );
    },
  },
  {
    name: 'lead the frame elsewhere: by its window, by a name, by the history',
    async run(person) {
      await person.visit('/');
      await person.openEditor();
      await person.inPage(`
        const root = document.caretPositionFromPoint?.(innerWidth - 200, innerHeight / 2)?.offsetNode?.getRootNode();
        const inside = root?.querySelector?.('iframe')?.contentWindow;
        for (const window of [inside, globalThis.frames[0]]) try { window.location.href = '/' } catch {}
        for (const window of [inside, globalThis.frames[0]]) try { window.location.replace('/') } catch {}
        globalThis.open('/', 'Nameplate')?.close();
        return new Promise((resolve) => setTimeout(resolve, 500, true))`);
      if ((await person.countEditors()) === 0) return 'closes it';
      return (await saves(person)) ? nothing : 'an editor that does not save';
    },
  },
  {
    name: 'fill the storage that it has',
    async run(person) {
      await person.visit('/');
      await person.inPage(`try { for (let size = 2 ** 20; size > 0; size = size >> 1) for (let i = 0; i < 8; i++) localStorage.setItem(size + ' ' + i, 'x'.repeat(size)) } catch {}
        return new Promise((resolve) => {
          const request = indexedDB.open('fill', 1);
          request.onupgradeneeded = () => request.result.createObjectStore('all').put(new Uint8Array(2 ** 24), 1);
          request.onsuccess = request.onerror = () => resolve(true);
        })`);
      await person.openEditor();
      const isSaved = await saves(person);
      await person.inPage('localStorage.clear(); indexedDB.deleteDatabase("fill")');
      return isSaved ? nothing : 'an editor that does not save';
    },
  },
];
