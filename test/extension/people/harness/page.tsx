import '../../../../extension/people/people.css';
import { render } from 'preact';
import { App } from '../../../../extension/people/app.tsx';
import type { Background } from '../../../../extension/people/background.ts';

declare global {
  /** The background of the test, which answers from outside the page. */
  function callBackground(name: string, argument?: unknown): Promise<never>;
}

const background: Background = {
  getStatus: () => callBackground('getStatus'),
  onStatus: () => () => undefined,
  searchPeople: (request) => callBackground('searchPeople', request),
  loadPerson: (personId) => callBackground('loadPerson', personId),
  savePerson: (request) => callBackground('savePerson', request),
  loadPicture: (request) => callBackground('loadPicture', request),
  edits: {
    withdraw: (id) => callBackground('withdraw', id),
    loadHistory: (request) => callBackground('loadHistory', request),
  },
  undoChange: (request) => callBackground('undoChange', request),
  openSignIn: () => callBackground('openSignIn'),
};

render(<App background={background} initial={decodeURIComponent(location.hash.slice(1))} />, document.body);
