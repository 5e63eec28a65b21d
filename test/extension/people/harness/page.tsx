import '../../../../extension/people/people.css';
import { render } from 'preact';
import type { Background } from '../../../../extension/people/background.ts';
import { Pages } from '../../../../extension/people/pages.tsx';

declare global {
  /** The background of the test, which answers from outside the page. */
  function callBackground(name: string, argument?: unknown): Promise<never>;
}

const background: Background = {
  getStatus: () => callBackground('getStatus'),
  onStatus: (listener) => {
    const hear = (event: Event) => listener((event as CustomEvent).detail);
    window.addEventListener('test:status', hear);
    return () => window.removeEventListener('test:status', hear);
  },
  searchPeople: (request) => callBackground('searchPeople', request),
  loadPerson: (personId) => callBackground('loadPerson', personId),
  savePerson: (request) => callBackground('savePerson', request),
  loadPicture: (request) => callBackground('loadPicture', request),
  edits: {
    withdraw: (id) => callBackground('withdraw', id),
    withdrawProposal: (id) => callBackground('withdrawProposal', id),
    loadHistory: (request) => callBackground('loadHistory', request),
  },
  getProposals: () => callBackground('getProposals'),
  decideProposal: (request) => callBackground('decideProposal', request),
  countToDecide: () => callBackground('countToDecide'),
  undoChange: (request) => callBackground('undoChange', request),
  openSignIn: () => callBackground('openSignIn'),
};

render(<Pages background={background} />, document.body);
