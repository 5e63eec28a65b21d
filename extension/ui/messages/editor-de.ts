import { createPlural } from '../plural.ts';
import type { Catalogue } from './catalogue.ts';

const plural = /* @__PURE__ */ createPlural('de');

export const editor: Catalogue['editor'] = {
  title: 'Mein Profil',
  from: (source) => `aus ${source}`,
  local: 'in Nameplate gespeichert',
  close: 'Schließen',
  loading: 'Das Profil wird geladen',
  required: 'Pflichtfeld',
  empty: 'Keine Angabe',

  reasons: {
    directoryOwned: 'Kommt aus dem Verzeichnis',
    foundInDirectory: 'Kommt aus dem Verzeichnis',
    noJoinedEntry: 'Das Verzeichnis, in dem dies steht, kennt diese Person nicht',
    writingDisabled: 'Das Schreiben ins Verzeichnis ist abgeschaltet',
    notPermitted: 'Das dürfen Sie nicht bearbeiten',
    notText: 'Im Verzeichnis steht etwas, das kein Text ist',
    unknownType: 'Zum Bearbeiten ist eine neuere Version von Nameplate nötig',
  },
  readOnly: 'Nur lesbar',

  changedSinceSync: 'Neu im Verzeichnis',
  changedSinceSyncMeaning: 'Seit dem letzten Abgleich im Verzeichnis geändert. Speichern übernimmt es.',

  edited: 'Geändert, noch nicht gespeichert',

  saved: 'Gespeichert',
  unchanged: 'So steht es schon im Verzeichnis',
  refused: 'Nicht gespeichert.',
  pending: 'Wartet auf das Verzeichnis',
  pendingMeaning: 'Es wird geschrieben, sobald das Verzeichnis erreichbar ist.',

  outageMeaning: 'Das sind die zuletzt gelesenen Werte; was Sie speichern, wird behalten und später geschrieben.',
  withdraw: 'Zurückziehen',
  withdrawn: 'Es ist zurückgezogen und wird nicht geschrieben.',

  needsApproval: 'Eine Änderung muss genehmigt werden.',
  proposedBy: (name) => `${name} hat dies eingegeben; es wartet auf Genehmigung:`,
  proposals: {
    open: () => 'Wartet auf Genehmigung:',
    approved: (name) => `${name} hat Ihre Änderung genehmigt.`,
    declined: (name) => `${name} hat Ihre Änderung abgelehnt:`,
    overtaken: (name) =>
      `${name} hat Ihre Änderung genehmigt, aber der Wert war inzwischen ein anderer; sie wurde nicht geschrieben. Geben Sie sie noch einmal ein, wenn sie noch stimmt:`,
    refused: (name) => `${name} hat Ihre Änderung genehmigt, aber sie ließ sich nicht schreiben:`,
  },
  said: (word) => `„${word}“`,
  takeNote: 'OK, verstanden',
  approvedBy: (name) => `Genehmigt von ${name}`,

  history: 'Verlauf',
  closeHistory: 'Verlauf schließen',
  historyOf: 'Änderungen von',
  allFields: 'Alle Felder',
  noHistory: 'Noch wurde nichts geändert.',
  olderChanges: 'Ältere Änderungen',
  before: 'Vorher',
  after: 'Nachher',
  byThemselves: (name: string) => name,
  byDirectory: 'ein anderes System',
  bySomebody: 'jemand, der nicht mehr bekannt ist',
  wasUndo: 'machte eine Änderung rückgängig',
  because: (reason: string) => `Grund: ${reason}`,
  undo: 'Rückgängig machen',
  undone: 'Die Änderung ist rückgängig gemacht.',

  conflict: 'Jemand anderes hat dies inzwischen geändert',
  theirs: 'Jetzt im Verzeichnis',
  mine: 'Ihre Eingabe',
  keepTheirs: 'Anderen Wert behalten',
  takeMine: 'Meinen Wert nehmen',
  editAgain: 'Weiter bearbeiten',

  changes: (count) =>
    plural(count, {
      zero: 'Keine Änderungen',
      one: '1 ungespeicherte Änderung',
      other: `${count} ungespeicherte Änderungen`,
    }),
  allSaved: 'Alle Änderungen sind gespeichert',
  save: 'Speichern',
  saving: 'Wird gespeichert …',
  discard: 'Verwerfen',
  nothingToSave: 'Es gibt nichts zu speichern.',
  savedCount: (count) => plural(count, { one: '1 Feld ist gespeichert.', other: `${count} Felder sind gespeichert.` }),
  pendingCount: (count) =>
    plural(count, { one: '1 Feld wartet auf das Verzeichnis.', other: `${count} Felder warten auf das Verzeichnis.` }),
  proposedCount: (count) =>
    plural(count, { one: '1 Feld wartet auf Genehmigung.', other: `${count} Felder warten auf Genehmigung.` }),
  needYou: (count) =>
    plural(count, {
      one: '1 Feld braucht Ihre Aufmerksamkeit.',
      other: `${count} Felder brauchen Ihre Aufmerksamkeit.`,
    }),
  nothingSaved: 'Nichts wurde gespeichert. Ihre Eingaben bleiben erhalten.',
  perhapsSaved:
    'Ob dies gespeichert wurde, ist ungewiss. Ihre Eingaben bleiben erhalten: Versuchen Sie es noch einmal.',
  covered: 'Etwas auf der Seite verdeckt dieses Fenster. Schließen Sie es und speichern Sie dann.',
  discarded: 'Ihre Änderungen sind verworfen.',

  passwordTitle: 'Ihr Passwort, bitte',
  passwordMeaning:
    'Dies wird mit Ihren eigenen Rechten ins Verzeichnis geschrieben. Ihr Passwort geht einmal mit und wird nirgends behalten.',
  password: 'Passwort',
  goOn: 'Weiter',
  cancel: 'Abbrechen',
  passwordMissing: 'Es wurde nicht gespeichert, denn dazu ist Ihr Passwort nötig.',

  leaveTitle: 'Ohne Speichern schließen?',
  leaveMeaning: (count) =>
    plural(count, { one: '1 Änderung ginge verloren.', other: `${count} Änderungen gingen verloren.` }),
  leaveNote: 'Der Grund, den Sie eingegeben haben, ginge verloren.',
  stay: 'Weiter bearbeiten',
  leave: 'Verwerfen und schließen',

  signedOut: 'Melden Sie sich an, um Ihr Profil zu sehen',
  signedOutMeaning: 'Dafür öffnet sich ein eigenes Fenster, damit keine Seite je Ihr Passwort sieht.',
  signIn: 'Anmelden',
  waitingForSignIn: 'Ihr Profil erscheint hier, sobald Sie angemeldet sind.',
  sessionEnded: 'Ihre Sitzung ist abgelaufen. Ihre Eingaben bleiben erhalten: Melden Sie sich an, dann speichern Sie.',

  failed: 'Das Profil kann nicht angezeigt werden',
  tryAgain: 'Noch einmal versuchen',
  directoryUnavailable: (name) => `Das Verzeichnis ${name} ist nicht erreichbar.`,

  rules: {
    changedSince: 'Es wurde inzwischen geändert und kann nicht mehr rückgängig gemacht werden.',
    needsApproval: 'Eine Änderung muss genehmigt werden: Geben Sie den früheren Wert ein und speichern Sie.',
    noSuchProposal: 'Jemand hat diese Änderung zurückgezogen, oder Sie entscheiden nicht mehr darüber.',
    decided: 'Jemand anderes hat über diese Änderung entschieden.',
    passwordRequired: 'Dazu ist Ihr Passwort nötig.',
    wrongPassword: 'Das Passwort ist falsch, oder das Verzeichnis lässt Sie nicht anmelden.',
    passwordAgain:
      'Es ließ sich damals nicht in Ihrem Namen schreiben. Speichern Sie es noch einmal, mit Ihrem Passwort.',
    notReached:
      'Das Verzeichnis ist nicht erreichbar. Da Ihr Passwort nicht behalten wird, wartet dies nicht: Speichern Sie es später noch einmal.',
    noOwnEntry: 'Das Verzeichnis wird im Namen dessen geschrieben, der etwas ändert, und hat keinen Eintrag für Sie.',
    mayNotWriteAs: 'Das Verzeichnis lässt Nameplate nicht in Ihrem Namen schreiben. Sagen Sie Ihrer IT Bescheid.',
    noProxiedAuthorization:
      'Das Verzeichnis lässt sich auf dem eingestellten Weg nicht als Sie beschreiben. Sagen Sie es Ihrer IT.',
    movedSince: 'Dieses Feld hat seine Werte inzwischen von anderswo.',
    noSuchChange: 'Diese Änderung ist nicht mehr bekannt.',
    onItsWay: 'Es ist auf dem Weg ins Verzeichnis und vielleicht schon dort. Sehen Sie gleich noch einmal nach.',
    noSuchEdit: 'Es wurde schon geschrieben oder zurückgezogen.',
    entryGone: 'Das Verzeichnis hat keinen Eintrag mehr für diese Person.',
    fieldGone: 'Dieses Feld wird nicht mehr ins Verzeichnis geschrieben.',
    required: 'Dies darf nicht leer sein.',
    unknownField: 'Dieses Feld gehört nicht mehr zum Profil.',
    directoryOwned: 'Dies kommt aus dem Verzeichnis und kann nicht bearbeitet werden.',
    foundInDirectory: 'Dies kommt aus dem Verzeichnis und kann nicht bearbeitet werden.',
    noJoinedEntry: 'Das Verzeichnis, in dem dies steht, hat keinen Eintrag für diese Person.',
    writingDisabled: 'Das Schreiben ins Verzeichnis ist abgeschaltet.',
    notPermitted: 'Das Verzeichnis erlaubt diese Änderung nicht.',
    notText: 'Im Verzeichnis steht etwas, das kein Text ist.',
    tooLong: 'Dies ist zu lang für das Verzeichnis.',
    wrongSyntax: 'In dieser Form nimmt das Verzeichnis dies nicht an.',
    constraint: 'Dies verletzt eine Regel des Verzeichnisses.',
    noSuchAttribute: 'Das Verzeichnis kennt dieses Attribut nicht.',
    notAllowedByObjectClass: 'Das Verzeichnis kann dies bei Ihnen nicht aufnehmen, oder es muss dort stehen.',
    namingAttribute: 'Nach dieser Angabe heißt der Eintrag im Verzeichnis; hier kann sie nicht geändert werden.',
    unwilling: 'Das Verzeichnis lässt diese Änderung nicht zu.',
    hiddenValue: 'Das Verzeichnis verbirgt, was hier steht; so kann dies nicht sicher geändert werden.',
    notAsShown: 'Das Verzeichnis verbirgt, was hier steht; so kann dies nicht sicher geändert werden.',
    other: 'Das Verzeichnis hat dies ohne Begründung abgelehnt.',
  },
};
