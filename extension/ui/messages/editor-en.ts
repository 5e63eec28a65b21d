import { createPlural } from '../plural.ts';

const plural = /* @__PURE__ */ createPlural('en');

export const editor = {
  title: 'My profile',
  from: (source: string) => `from ${source}`,
  local: 'kept in Nameplate',
  close: 'Close',
  loading: 'The profile is being loaded',
  required: 'required',
  empty: 'Not set',

  /** Why a field is read-only, by reason code. */
  reasons: {
    directoryOwned: 'Comes from the directory',
    foundInDirectory: 'Comes from the directory',
    noJoinedEntry: 'The directory that holds this does not know this person',
    writingDisabled: 'Writing to the directory is switched off',
    notPermitted: 'You may not edit this',
    notText: 'The directory holds something that is not text',
    unknownType: 'Editing this needs a newer version of Nameplate',
  },
  readOnly: 'Read-only',

  changedSinceSync: 'New in the directory',
  changedSinceSyncMeaning: 'It was changed in the directory since the last sync. Saving accepts it.',

  edited: 'Changed, not saved yet',

  saved: 'Saved',
  unchanged: 'The directory already has this',
  refused: 'Not saved.',
  pending: 'Waiting for the directory',
  pendingMeaning: 'It is written as soon as the directory can be reached.',

  outageMeaning: 'These are the values as they were read last; what you save is kept and written later.',
  withdraw: 'Withdraw',
  withdrawn: 'It is withdrawn, and will not be written.',

  needsApproval: 'A change of this has to be approved.',
  proposedBy: (name: string) => `${name} has entered this; it waits for approval:`,
  proposals: {
    open: () => 'Waits for approval:',
    approved: (name: string) => `${name} has approved your change.`,
    declined: (name: string) => `${name} has declined your change:`,
    overtaken: (name: string) =>
      `${name} approved your change, but the value had been changed meanwhile, so it was not written. Enter it again if it still is right:`,
    refused: (name: string) => `${name} approved your change, but it could not be written:`,
  },
  said: (word: string) => `“${word}”`,
  takeNote: 'OK, understood',
  approvedBy: (name: string) => `Approved by ${name}`,

  history: 'History',
  closeHistory: 'Close the history',
  historyOf: 'Changes of',
  allFields: 'All fields',
  noHistory: 'Nothing has been changed yet.',
  olderChanges: 'Older changes',
  before: 'Before',
  after: 'After',
  byThemselves: (name: string) => name,
  byDirectory: 'another system',
  bySomebody: 'somebody who is no longer known',
  wasUndo: 'undid a change',
  because: (reason: string) => `Reason: ${reason}`,
  undo: 'Undo',
  undone: 'The change is undone.',

  conflict: 'Somebody else changed this meanwhile',
  theirs: 'In the directory now',
  mine: 'What you entered',
  keepTheirs: 'Keep theirs',
  takeMine: 'Use mine',
  editAgain: 'Edit again',

  changes: (count: number) =>
    plural(count, { zero: 'No changes', one: '1 unsaved change', other: `${count} unsaved changes` }),
  allSaved: 'All changes are saved',
  save: 'Save',
  saving: 'Saving…',
  discard: 'Discard',
  nothingToSave: 'There is nothing to save.',
  savedCount: (count: number) => plural(count, { one: '1 field is saved.', other: `${count} fields are saved.` }),
  pendingCount: (count: number) =>
    plural(count, { one: '1 field waits for the directory.', other: `${count} fields wait for the directory.` }),
  proposedCount: (count: number) =>
    plural(count, { one: '1 field waits for approval.', other: `${count} fields wait for approval.` }),
  needYou: (count: number) =>
    plural(count, { one: '1 field needs your attention.', other: `${count} fields need your attention.` }),
  nothingSaved: 'Nothing was saved. What you typed is kept.',
  perhapsSaved: 'It is not certain whether this was saved. What you typed is kept: try again.',
  covered: 'Something on the page covers this window. Close it, then save.',
  discarded: 'Your changes are discarded.',

  passwordTitle: 'Your password, please',
  passwordMeaning:
    'This is written with your own rights in the directory. Your password goes with it once, and is kept nowhere.',
  password: 'Password',
  goOn: 'Go on',
  cancel: 'Cancel',
  passwordMissing: 'It was not saved, since that needs your password.',

  leaveTitle: 'Leave without saving?',
  leaveMeaning: (count: number) =>
    plural(count, { one: '1 change would be lost.', other: `${count} changes would be lost.` }),
  leaveNote: 'The reason that you typed would be lost.',
  stay: 'Keep editing',
  leave: 'Discard and close',

  signedOut: 'Sign in to see your profile',
  signedOutMeaning: 'A window of its own opens for it, so that no page ever sees your password.',
  signIn: 'Sign in',
  waitingForSignIn: 'Your profile appears here as soon as you are signed in.',
  sessionEnded: 'Your session has ended. What you typed is kept: sign in, then save.',

  failed: 'The profile cannot be shown',
  tryAgain: 'Try again',
  directoryUnavailable: (name: string) => `The directory ${name} cannot be reached.`,

  /** Rules that are not of a field's type: the form's own, and what directories answer. */
  rules: {
    changedSince: 'It has been changed since, so this can no longer be undone.',
    needsApproval: 'A change of this has to be approved: enter the former value and save it.',
    noSuchProposal: 'Somebody has withdrawn this edit, or it is no longer for you to decide.',
    decided: 'Somebody else has decided on this edit.',
    passwordRequired: 'This needs your password.',
    wrongPassword: 'The password is wrong, or the directory does not let you sign in.',
    passwordAgain: 'It could not be written as you at that time. Save it again, with your password.',
    notReached:
      'The directory cannot be reached. As your password is not kept, this does not wait: save it again later.',
    noOwnEntry: 'The directory is written as whoever makes a change, and has no entry for you.',
    mayNotWriteAs: 'The directory does not let Nameplate write as you. Tell your IT.',
    noProxiedAuthorization: 'The directory cannot be written as you in the way that is set up. Tell your IT.',
    movedSince: 'This field has its values from elsewhere by now.',
    noSuchChange: 'This change is no longer known.',
    onItsWay: 'It is on its way to the directory, and may be there already. Look again in a moment.',
    noSuchEdit: 'It has been written already, or taken back.',
    entryGone: 'The directory has no entry for this person any more.',
    fieldGone: 'This field is no longer written to the directory.',
    required: 'This must not be empty.',
    unknownField: 'This field is no longer part of the profile.',
    directoryOwned: 'This comes from the directory and cannot be edited.',
    foundInDirectory: 'This comes from the directory and cannot be edited.',
    noJoinedEntry: 'The directory that holds this has no entry for this person.',
    writingDisabled: 'Writing to the directory is switched off.',
    notPermitted: 'The directory does not permit this change.',
    notText: 'The directory holds something that is not text.',
    tooLong: 'This is too long for the directory.',
    wrongSyntax: 'The directory does not accept this form.',
    constraint: 'This breaks a rule of the directory.',
    noSuchAttribute: 'The directory does not know this attribute.',
    notAllowedByObjectClass: 'The directory cannot hold this for you, or cannot be without it.',
    namingAttribute: 'The directory calls the entry by this, so it cannot be changed here.',
    unwilling: 'The directory does not let this be changed.',
    hiddenValue: 'The directory hides what it holds here, so this cannot be changed safely.',
    notAsShown: 'The directory hides what it holds here, so this cannot be changed safely.',
    other: 'The directory refused this and did not say why.',
  },
};
