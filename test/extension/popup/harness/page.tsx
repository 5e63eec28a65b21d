import '../../../../extension/ui/base.css';
import '../../../../extension/ui/button.css';
import '../../../../extension/ui/control.css';
import '../../../../extension/ui/avatar.css';
import '../../../../extension/ui/plate.css';
import '../../../../extension/ui/switch.css';
import '../../../../extension/ui/language-choice.css';
import '../../../../extension/popup/popup.css';
import { render } from 'preact';
import type { Extension } from '../../../../extension/popup/extension.ts';
import { Popup } from '../../../../extension/popup/popup.tsx';

declare global {
  /** The background of the test, which answers from outside the page. */
  function callBackground(name: string, argument?: unknown): Promise<never>;
}

const extension: Extension = {
  getStatus: () => callBackground('getStatus'),
  onStatus: () => () => undefined,
  connect: (address) => callBackground('connect', address),
  resume: (address) => callBackground('resume', address),
  takeUnfinishedAddress: () => callBackground('takeUnfinishedAddress'),
  readSignInWays: () => callBackground('readSignInWays'),
  signIn: (username) => callBackground('signIn', username),
  signInBy: (way) => callBackground('signInBy', way),
  signOut: () => callBackground('signOut'),
  readSessions: () => callBackground('readSessions'),
  closeSession: (id) => callBackground('closeSession', id),
  signOutEverywhere: () => callBackground('signOutEverywhere'),
  setLanguage: (language) => callBackground('setLanguage', language),
  editProfile: () => callBackground('editProfile'),
  countToDecide: () => callBackground('countToDecide'),
  approve: () => callBackground('approve'),
  findPeople: () => callBackground('findPeople'),
  administer: () => callBackground('administer'),
  readSite: () => callBackground('readSite'),
  allowSite: () => callBackground('allowSite'),
  leaveSignInWindow: () => callBackground('leaveSignInWindow'),
};

render(<Popup extension={extension} />, document.body);
