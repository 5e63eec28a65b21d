const en = {
  lead: 'The whole configuration as one file: keep it under version control, move it to another server, or bring back what was deleted.',
  export: 'Export',
  exportMeaning:
    'Directories, fields, settings and roles. Passwords are not in it: those that stand in the environment are named, stored ones can be read by this server alone.',
  download: 'Download the configuration',
  downloaded: 'The file is saved where your browser saves downloads.',
  import: 'Import',
  importMeaning: 'Replaces everything by what stands in a file. You see what would change before it does.',
  choose: 'Choose a file',
  notJSON: 'This file is no JSON.',
  notConfiguration: 'This file is no configuration of Nameplate.',
  nothing: (name: string) => `${name} says what is in force already.`,
  changes: (name: string) => `What ${name} would change`,
  apply: 'Replace the configuration',
  applied: 'The configuration is in force.',
  parts: { directories: 'Directories', fields: 'Fields', settings: 'Settings', roles: 'Roles' },
};

const de: typeof en = {
  lead: 'Die ganze Konfiguration in einer Datei: unter Versionskontrolle halten, auf einen anderen Server bringen oder Gelöschtes zurückholen.',
  export: 'Export',
  exportMeaning:
    'Verzeichnisse, Felder, Einstellungen und Rollen. Passwörter sind nicht darin: Die aus der Umgebung sind nur genannt, gespeicherte kann allein dieser Server lesen.',
  download: 'Konfiguration herunterladen',
  downloaded: 'Die Datei liegt dort, wo Ihr Browser Downloads ablegt.',
  import: 'Import',
  importMeaning: 'Ersetzt alles durch das, was in einer Datei steht. Sie sehen vorher, was sich ändern würde.',
  choose: 'Datei wählen',
  notJSON: 'Diese Datei ist kein JSON.',
  notConfiguration: 'Diese Datei ist keine Konfiguration von Nameplate.',
  nothing: (name) => `In ${name} steht, was schon in Kraft ist.`,
  changes: (name) => `Was ${name} ändern würde`,
  apply: 'Konfiguration ersetzen',
  applied: 'Die Konfiguration ist in Kraft.',
  parts: { directories: 'Verzeichnisse', fields: 'Felder', settings: 'Einstellungen', roles: 'Rollen' },
};

export const transfer = { en, de };
