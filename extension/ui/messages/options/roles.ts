const en = {
  lead: 'Who may do more than edit the own profile. Whoever is added has the role a quarter of an hour later, or as soon as they sign in anew; whoever is taken off has lost it at once.',
  systemAdmin: 'System admins',
  systemAdminMeaning:
    'Directories, passwords and write access are theirs alone. As long as nobody is listed, every admin is one.',
  admin: 'Admins',
  adminMeaning: 'All that helpdesk may; fields, labels, roles and the sync.',
  helpdesk: 'Helpdesk',
  helpdeskMeaning: 'Open anybody’s profile and edit what is open to helpdesk, with a reason.',
  user: 'User',
  group: 'Group',
  userHint: 'User name, such as jdoe',
  groupHint: 'DN of the group, such as cn=helpdesk,ou=groups,dc=example,dc=com',
  entry: 'User name, or DN of a group',
  addUser: 'Add a user',
  addGroup: 'Add a group',
  nobody: 'Nobody is listed.',
};

const de: typeof en = {
  lead: 'Wer mehr darf, als das eigene Profil zu bearbeiten. Wer hinzukommt, hat die Rolle nach einer Viertelstunde, oder sobald er sich neu anmeldet; wer gestrichen wird, verliert sie sofort.',
  systemAdmin: 'Systemadministratoren',
  systemAdminMeaning:
    'Verzeichnisse, Passwörter und Schreibzugriff gehören ihnen allein. Solange niemand eingetragen ist, ist es jeder Administrator.',
  admin: 'Administratoren',
  adminMeaning: 'Alles, was der Helpdesk darf; dazu Felder, Beschriftungen, Rollen und der Abgleich.',
  helpdesk: 'Helpdesk',
  helpdeskMeaning: 'Öffnet jedes Profil und bearbeitet mit Begründung, was für den Helpdesk offen ist.',
  user: 'Benutzer',
  group: 'Gruppe',
  userHint: 'Benutzername, etwa jdoe',
  groupHint: 'DN der Gruppe, etwa cn=helpdesk,ou=groups,dc=example,dc=com',
  entry: 'Benutzername oder DN einer Gruppe',
  addUser: 'Benutzer hinzufügen',
  addGroup: 'Gruppe hinzufügen',
  nobody: 'Niemand ist eingetragen.',
};

export const roles = { en, de };
