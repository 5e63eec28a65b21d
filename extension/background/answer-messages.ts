import { onMessage } from '../messages.ts';
import type { Account } from './account.ts';
import type { AdminCalls } from './admin-calls.ts';
import type { BackgroundApprovals } from './approvals.ts';
import type { Attention } from './attention.ts';
import type { Editors } from './editors.ts';
import type { BackgroundEdits } from './edits.ts';
import type { FramePlace } from './frames.ts';
import type { OwnProfile } from './own-profile.ts';
import type { People } from './people.ts';
import type { Registration } from './registration.ts';
import type { Senders } from './senders.ts';

type Sender = Parameters<Senders['isPopup']>[0];

/** Answers every message that the background gets, each from whom it may come, and from nobody else. */
export function answerMessages(parts: {
  readonly account: Account;
  readonly adminCalls: AdminCalls;
  readonly ownProfile: OwnProfile;
  readonly people: People;
  readonly edits: BackgroundEdits;
  readonly approvals: BackgroundApprovals;
  readonly attention: Attention;
  readonly editors: Editors;
  readonly registration: Registration;
  readonly senders: Senders;
  openSignIn(): Promise<void>;
  openPeople(): Promise<void>;
  openApprovals(): Promise<void>;
  findActiveTab(): Promise<number | undefined>;
}): void {
  const { account, adminCalls, ownProfile, people, edits, approvals, attention, editors, registration, senders } =
    parts;

  function fromLauncher(sender: Sender): number {
    return senders.launcherTab(sender) ?? refuse();
  }
  function fromEditorPage(sender: Sender): FramePlace {
    return senders.editorPlace(sender) ?? refuse();
  }
  async function fromEditor(sender: Sender): Promise<FramePlace> {
    const place = fromEditorPage(sender);
    return (await editors.isOpen(place)) ? place : refuse();
  }
  function fromPopup(sender: Sender): void {
    if (!senders.isPopup(sender)) refuse();
  }
  function fromPeople(sender: Sender): void {
    if (!senders.isPeople(sender)) refuse();
  }
  function fromOptions(sender: Sender): void {
    if (!senders.isOptions(sender)) refuse();
  }
  const fromPopupOrOptions = (sender: Sender) => senders.isPopup(sender) || fromOptions(sender);

  onMessage('openEditor', ({ sender, data }) =>
    editors.expect(data.frameToken, { tabId: fromLauncher(sender), frameId: data.frameId }),
  );
  onMessage('openEditorWindow', ({ sender }) => {
    fromLauncher(sender);
    return editors.open(undefined);
  });
  onMessage('askToLeave', ({ sender, data }) => editors.askToLeave(data.frameToken, fromLauncher(sender)));

  onMessage('claimFrame', ({ sender, data }) => editors.claim(data.frameToken, fromEditorPage(sender)));
  onMessage('loadProfile', async ({ sender }) => editors.loadProfile(await fromEditor(sender)));
  onMessage('saveProfile', async ({ sender, data }) => {
    await fromEditor(sender);
    const result = await ownProfile.save(data);
    void attention.look();
    return result;
  });
  onMessage('loadPicture', async ({ sender, data }) => {
    if (!senders.isPeople(sender) && !senders.isOptions(sender)) await fromEditor(sender);
    return ownProfile.loadPicture(data);
  });
  onMessage('findPeople', async ({ sender, data }) => {
    await fromEditor(sender);
    return ownProfile.findPeople(data.words);
  });
  const fromEditorOrPeople = async (sender: Sender) => senders.isPeople(sender) || fromEditor(sender);
  onMessage('withdrawEdit', async ({ sender, data }) => {
    await fromEditorOrPeople(sender);
    const result = await edits.withdraw(data.editId);
    void attention.look();
    return result;
  });
  onMessage('withdrawProposal', async ({ sender, data }) => {
    await fromEditorOrPeople(sender);
    const result = await edits.withdrawProposal(data.proposalId);
    void attention.look();
    return result;
  });
  onMessage('loadHistory', async ({ sender, data }) => {
    await fromEditorOrPeople(sender);
    return edits.loadHistory(data);
  });
  onMessage('undoChange', async ({ sender, data }) => {
    await fromEditorOrPeople(sender);
    const result = await edits.undo(data);
    void attention.look();
    return result;
  });
  onMessage('getAttention', ({ sender }) => {
    fromLauncher(sender);
    return attention.label();
  });
  onMessage('isEditorInSight', async ({ sender }) => editors.isInSight(await fromEditor(sender)));
  onMessage('closeEditor', async ({ sender }) => editors.close(await fromEditor(sender)));
  onMessage('openSignIn', async ({ sender }) => {
    if (!senders.isOptions(sender) && !senders.isPeople(sender)) await fromEditor(sender);
    await parts.openSignIn();
  });

  onMessage('searchPeople', ({ sender, data }) => {
    fromPeople(sender);
    return people.search(data);
  });
  onMessage('loadPerson', ({ sender, data }) => {
    fromPeople(sender);
    return people.load(data.personId);
  });
  onMessage('savePerson', ({ sender, data }) => {
    fromPeople(sender);
    return people.save(data);
  });

  onMessage('getProposals', ({ sender }) => {
    fromPeople(sender);
    return approvals.open();
  });
  onMessage('decideProposal', async ({ sender, data }) => {
    fromPeople(sender);
    const result = await approvals.decide(data);
    void attention.look();
    return result;
  });
  onMessage('countToDecide', ({ sender }) => {
    if (!senders.isPeople(sender)) fromPopup(sender);
    return attention.toDecide();
  });

  onMessage('callServer', ({ sender, data }) => {
    fromOptions(sender);
    return adminCalls.call(data);
  });

  onMessage('getStatus', async ({ sender }) => {
    const isPage = senders.isPopup(sender) || senders.isOptions(sender) || senders.isPeople(sender);
    if (!isPage) await fromEditor(sender);
    else void account.look();
    return account.status();
  });
  onMessage('setServer', async ({ sender, data }) => {
    fromPopup(sender);
    const result = await account.setServer(data.server);
    if (result.ok) await registration.update();
    return result;
  });
  onMessage('setLanguage', ({ sender, data }) => {
    fromPopupOrOptions(sender);
    return account.setLanguage(data.language);
  });
  onMessage('signIn', ({ sender, data }) => {
    fromPopup(sender);
    return account.signIn(data.username, data.password);
  });
  onMessage('getOwnSessions', ({ sender }) => {
    fromPopup(sender);
    return account.sessions();
  });
  onMessage('closeOwnSession', ({ sender, data }) => {
    fromPopup(sender);
    return account.closeSession(data.id);
  });
  onMessage('signOutEverywhere', ({ sender }) => {
    fromPopup(sender);
    return account.signOutEverywhere();
  });
  onMessage('getSignInWays', ({ sender }) => {
    fromPopup(sender);
    return account.signInWays();
  });
  onMessage('signInBy', ({ sender, data }) => {
    fromPopup(sender);
    return account.signInBy(data.way);
  });
  onMessage('signOut', ({ sender }) => {
    fromPopupOrOptions(sender);
    return account.signOut();
  });
  onMessage('findPeoplePage', async ({ sender }) => {
    fromPopup(sender);
    await parts.openPeople();
  });
  onMessage('approvalsPage', async ({ sender }) => {
    fromPopup(sender);
    await parts.openApprovals();
  });
  onMessage('editProfile', async ({ sender }) => {
    fromPopup(sender);
    await editors.open(await parts.findActiveTab());
  });
}

function refuse(): never {
  throw new Error('This message may not come from here');
}
