/** The page on which helpdesk finds people. */
export const people = {
  title: 'Find people',
  search: 'Name, user name, phone, mail …',
  searchHelp: 'Words in any order; the beginning of a word is enough.',
  found: (count: number, isAll: boolean) =>
    count === 0
      ? 'Nobody found.'
      : `${count}${isAll ? '' : ' or more'} ${count === 1 && isAll ? 'person' : 'people'} found.`,
  nobody: 'Nobody found',
  nobodyHelp: 'Try less of the name, or another thing that you know: a phone number, a user name, a mail address.',
  begin: 'Whom are you looking for?',
  beginHelp: 'Search on the left, and open a person with Enter. In their profile, Escape leads back to the search.',
  more: 'Show more',
  searching: 'Searching…',
  clear: 'Clear the search',
  results: 'People found',
  local: 'In no directory',
  reason: 'Reason for the change',
  reasonHelp: 'The person and the history see it.',
  reasonMissing: 'Say first why you change this profile.',
  signedOut: 'You are signed out',
  signedOutHelp: 'Sign in to find people. The window that opens belongs to Nameplate.',
  sessionEnded: 'Your session has ended',
  sessionEndedMeaning: 'Sign in again to go on. What you entered is kept.',
  signIn: 'Sign in',
  notPermitted: 'This is for helpdesk',
  notPermittedHelp: 'You are signed in, but you may edit your own profile alone.',
  openInNameplate: 'Open in Nameplate',
};
