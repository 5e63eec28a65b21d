import { onMessage, onStatusChanged, sendMessage } from '../messages.ts';
import type { Background } from './background.ts';

/** The background as it is reached from the frame that this token stands for. */
export function createMessagingBackground(frameToken: string): Background {
  return {
    claimFrame: () => sendMessage('claimFrame', { frameToken }),
    getStatus: () => sendMessage('getStatus'),
    loadProfile: () => sendMessage('loadProfile'),
    saveProfile: (request) => sendMessage('saveProfile', request),
    loadPicture: (request) => sendMessage('loadPicture', request),
    findPeople: (words) => sendMessage('findPeople', { words }),
    edits: {
      withdraw: (editId) => sendMessage('withdrawEdit', { editId }),
      withdrawProposal: (proposalId) => sendMessage('withdrawProposal', { proposalId }),
      loadHistory: (request) => sendMessage('loadHistory', request),
      undo: (changeId, password) => sendMessage('undoChange', { changeId, password }),
    },
    isInSight: () => sendMessage('isEditorInSight'),
    openSignIn: () => sendMessage('openSignIn'),
    close: () => sendMessage('closeEditor'),
    onLeave: (listener) =>
      onMessage('leaveEditor', () => {
        listener();
        return true;
      }),
    onStatus: onStatusChanged,
  };
}
