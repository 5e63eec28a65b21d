import '../../../../extension/editor/editor.css';
import { render } from 'preact';
import { loadNumberingPlans } from '#numbering-plans';
import { App } from '../../../../extension/editor/app.tsx';
import type { Background } from '../../../../extension/editor/background.ts';

declare global {
  /** The background of the test, which answers from outside the page. */
  function callBackground(name: string, argument?: unknown): Promise<never>;
}

/** Hears what the test dispatches on the window. */
function on<Detail>(type: string, listener: (detail: Detail) => void): () => void {
  const hear = (event: Event) => listener((event as CustomEvent<Detail>).detail);
  window.addEventListener(type, hear);
  return () => window.removeEventListener(type, hear);
}

const background: Background = {
  claimFrame: () => callBackground('claimFrame'),
  getStatus: () => callBackground('getStatus'),
  loadProfile: () => callBackground('loadProfile'),
  saveProfile: ({ changes }) => callBackground('saveProfile', changes),
  loadPicture: (request) => callBackground('loadPicture', request),
  findPeople: (words) => callBackground('findPeople', words),
  edits: {
    withdraw: (id) => callBackground('withdraw', id),
    withdrawProposal: (id) => callBackground('withdrawProposal', id),
    loadHistory: (request) => callBackground('loadHistory', request),
    undo: (changeId) => callBackground('undo', changeId),
  },
  isInSight: async () => true,
  openSignIn: () => callBackground('openSignIn'),
  close: () => callBackground('close'),
  onLeave: (listener) => on('test:leave', () => listener()),
  onStatus: (listener) => on('test:status', listener),
};

void loadNumberingPlans().then(() => document.documentElement.setAttribute('data-has-numbering-plans', ''));
render(<App background={background} />, document.body);
