const en = {
  title: 'Nameplate administration',
  skip: 'Skip to the content',
  menu: 'Menu',
  views: 'Views',
  language: 'Language',
  signOut: 'Sign out',
  server: (host: string) => `Server ${host}`,
  groups: { setUp: 'Set up', people: 'People', run: 'Run' },
  names: {
    'first-steps': 'First steps',
    directories: 'Directories',
    fields: 'Fields',
    'write-access': 'Write access',
    roles: 'Roles',
    'sign-in': 'Sign-in',
    sync: 'Sync',
    changes: 'Changes',
    settings: 'Settings',
    transfer: 'Export and import',
  },

  noServer: 'Which server is it?',
  noServerMeaning: 'Nameplate does not know its server yet. A window opens in which you enter its address and sign in.',
  chooseServer: 'Choose the server',
  signedOut: 'Sign in to administer Nameplate',
  signedOutMeaning: (host: string) =>
    `You need to be an admin on ${host}. A window of its own opens for it, so that no page ever sees your password.`,
  signIn: 'Sign in',
  waiting: 'This page goes on by itself as soon as you are signed in.',
  notAdmin: 'This page is for admins',
  notAdminMeaning: (name: string) =>
    `You are signed in as ${name}, who is no admin. An admin can add you under Roles; then sign in again. On a new server, sign in with the account of NAMEPLATE_ADMIN.`,
  signInAsAnother: 'Sign in as somebody else',
  needsSystemAdmin: 'This is for system admins',
  needsSystemAdminMeaning:
    'Directories, passwords and write access belong to system admins, so that nobody breaks the connection by mistake. A system admin can add you under Roles.',
  sessionEnded: 'Your session has ended',
  sessionEndedMeaning: 'Sign in again to go on. What you entered is kept.',
  leaveTitle: 'Leave without saving?',
  leaveMeaning: 'What you changed here would be lost.',
  stay: 'Stay here',
  leave: 'Discard and leave',
};

const de: typeof en = {
  title: 'Nameplate verwalten',
  skip: 'Zum Inhalt springen',
  menu: 'Menü',
  views: 'Ansichten',
  language: 'Sprache',
  signOut: 'Abmelden',
  server: (host) => `Server ${host}`,
  groups: { setUp: 'Einrichten', people: 'Personen', run: 'Betrieb' },
  names: {
    'first-steps': 'Erste Schritte',
    directories: 'Verzeichnisse',
    fields: 'Felder',
    'write-access': 'Schreibzugriff',
    roles: 'Rollen',
    'sign-in': 'Anmeldung',
    sync: 'Abgleich',
    changes: 'Änderungen',
    settings: 'Einstellungen',
    transfer: 'Export und Import',
  },

  noServer: 'Welcher Server ist es?',
  noServerMeaning:
    'Nameplate kennt seinen Server noch nicht. In einem eigenen Fenster geben Sie die Adresse ein und melden sich an.',
  chooseServer: 'Server wählen',
  signedOut: 'Melden Sie sich an, um Nameplate zu verwalten',
  signedOutMeaning: (host) =>
    `Sie müssen auf ${host} Administrator sein. Dafür öffnet sich ein eigenes Fenster, damit keine Seite je Ihr Passwort sieht.`,
  signIn: 'Anmelden',
  waiting: 'Diese Seite geht von selbst weiter, sobald Sie angemeldet sind.',
  notAdmin: 'Diese Seite ist für Administratoren',
  notAdminMeaning: (name) =>
    `Sie sind als ${name} angemeldet und kein Administrator. Ein Administrator kann Sie unter „Rollen“ eintragen; melden Sie sich danach neu an. Auf einem neuen Server melden Sie sich mit dem Konto aus NAMEPLATE_ADMIN an.`,
  signInAsAnother: 'Als jemand anderes anmelden',
  needsSystemAdmin: 'Das ist für Systemadministratoren',
  needsSystemAdminMeaning:
    'Verzeichnisse, Passwörter und Schreibzugriff gehören den Systemadministratoren, damit niemand aus Versehen die Verbindung zerstört. Ein Systemadministrator kann Sie unter „Rollen“ eintragen.',
  sessionEnded: 'Ihre Sitzung ist abgelaufen',
  sessionEndedMeaning: 'Melden Sie sich neu an, um weiterzumachen. Ihre Eingaben bleiben erhalten.',
  leaveTitle: 'Ohne Speichern verlassen?',
  leaveMeaning: 'Was Sie hier geändert haben, ginge verloren.',
  stay: 'Hier bleiben',
  leave: 'Verwerfen und verlassen',
};

export const shell = { en, de };
