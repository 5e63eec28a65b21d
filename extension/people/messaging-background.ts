import type { Status } from '../messages.ts';
import { onStatusChanged, sendMessage } from '../messages.ts';
import type { Background } from './background.ts';

export function createMessagingBackground(): Background {
  // The page and the editor in it both listen; of a message one context may have one listener alone.
  const listeners = new Set<(status: Status) => void>();
  onStatusChanged((status) => {
    for (const listener of listeners) listener(status);
  });
  return {
    getStatus: () => sendMessage('getStatus'),
    onStatus(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    searchPeople: (request) => sendMessage('searchPeople', request),
    loadPerson: (personId) => sendMessage('loadPerson', { personId }),
    savePerson: (request) => sendMessage('savePerson', request),
    loadPicture: (request) => sendMessage('loadPicture', request),
    edits: {
      withdraw: (editId) => sendMessage('withdrawEdit', { editId }),
      withdrawProposal: (proposalId) => sendMessage('withdrawProposal', { proposalId }),
      loadHistory: (request) => sendMessage('loadHistory', request),
    },
    getProposals: () => sendMessage('getProposals'),
    decideProposal: (request) => sendMessage('decideProposal', request),
    countToDecide: () => sendMessage('countToDecide'),
    undoChange: (request) => sendMessage('undoChange', request),
    openSignIn: () => sendMessage('openSignIn'),
  };
}
