import '../../../../extension/options/styles/options.css';
import { render } from 'preact';
import { App } from '../../../../extension/options/app.tsx';
import type { Background } from '../../../../extension/options/background.ts';

declare global {
  /** The background of the test, which answers from outside the page. */
  function callBackground(name: string, ...given: readonly unknown[]): Promise<never>;
}

const background: Background = {
  getStatus: () => callBackground('getStatus'),
  onStatus: (listener) => {
    const hear = (event: Event) => listener((event as CustomEvent).detail);
    window.addEventListener('test:status', hear);
    return () => window.removeEventListener('test:status', hear);
  },
  call: (name, parts) => callBackground('call', name, parts),
  loadPicture: (request) => callBackground('loadPicture', request),
  openSignIn: () => callBackground('openSignIn'),
  signOut: () => callBackground('signOut'),
  setLanguage: (language) => callBackground('setLanguage', language),
};

render(<App background={background} />, document.body);
