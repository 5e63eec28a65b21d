import type { AdminAnswer, AdminEndpoint, AdminParts } from '../admin-calls.ts';
import { onStatusChanged, type Result, sendMessage } from '../messages.ts';
import type { Background } from './background.ts';

/** The background as it is reached from the options page. */
export function createMessagingBackground(): Background {
  return {
    getStatus: () => sendMessage('getStatus'),
    onStatus: onStatusChanged,
    // The background has checked the answer against the endpoint's schema.
    call: <Name extends AdminEndpoint>(name: Name, parts: AdminParts<Name>) =>
      sendMessage('callServer', { name, parts: parts as object }) as Promise<Result<AdminAnswer<Name>>>,
    loadPicture: (request) => sendMessage('loadPicture', request),
    openSignIn: () => sendMessage('openSignIn'),
    signOut: () => sendMessage('signOut'),
    setLanguage: (language) => sendMessage('setLanguage', { language }),
  };
}
