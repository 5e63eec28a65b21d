import type { StepParams } from '#shared/contract/diagnosis.ts';

/** What a check found, and what to do about it. */
export interface Finding {
  readonly cause: string;
  readonly fix: string;
}

/** By the rule of the step; with what the server names in it, where an older one names nothing. */
export type Findings = Readonly<Record<string, Finding | ((named: StepParams) => Finding)>>;

/** In German: what keeps a directory from answering, or from letting the service account in. */
export const ofConnections: Findings = {
  wrongAddress: { cause: 'Die Adresse ist keine.', fix: 'Berichtigen Sie die Adresse.' },
  globalCatalog: {
    cause: 'Der Port ist der eines globalen Katalogs: Er lässt nur lesen, und die meisten Attribute fehlen dort.',
    fix: 'Nehmen Sie 389 oder 636.',
  },
  caFile: {
    cause: 'Das Zertifikat der Zertifizierungsstelle lässt sich nicht verwenden.',
    fix: 'Legen Sie es an die genannte Stelle, oder berichtigen Sie den Dateinamen.',
  },
  noBindPassword: {
    cause: 'Das Passwort des Dienstkontos liegt nicht vor.',
    fix: 'Setzen Sie die Umgebungsvariable des Servers, oder geben Sie das Passwort neu ein.',
  },
  unknownHost: { cause: 'Den Namen des Hosts kennt niemand.', fix: 'Prüfen Sie die Adresse und den Namensdienst.' },
  connectionRefused: {
    cause: 'Dort nimmt nichts Verbindungen an.',
    fix: 'Prüfen Sie den Port, und ob das Verzeichnis läuft.',
  },
  unreachable: { cause: 'Das Verzeichnis ist nicht zu erreichen.', fix: 'Prüfen Sie die Adresse, und ob es läuft.' },
  timeout: {
    cause: 'Das Verzeichnis hat nicht rechtzeitig geantwortet.',
    fix: 'Prüfen Sie Netz und Firewall, oder geben Sie ihm mehr Zeit.',
  },
  closed: {
    cause: 'Das Verzeichnis hat die Verbindung beendet.',
    fix: 'Versuchen Sie es noch einmal, und sehen Sie in sein Protokoll.',
  },
  protocol: { cause: 'Was von dort kommt, ist kein LDAP.', fix: 'Prüfen Sie Adresse und Port.' },
  certificateExpired: { cause: 'Das Zertifikat des Verzeichnisses ist abgelaufen.', fix: 'Erneuern Sie es.' },
  certificateNotYetValid: { cause: 'Das Zertifikat gilt noch nicht.', fix: 'Prüfen Sie die Uhren beider Rechner.' },
  certificateName: {
    cause: 'Das Zertifikat gilt für einen anderen Namen als den in der Adresse.',
    fix: 'Nehmen Sie einen Namen, den das Zertifikat nennt.',
  },
  certificateUntrusted: {
    cause: 'Der Stelle, die das Zertifikat unterschrieben hat, wird nicht vertraut.',
    fix: 'Geben Sie das Zertifikat Ihrer Zertifizierungsstelle an.',
  },
  certificateSelfSigned: {
    cause: 'Das Verzeichnis hat sein Zertifikat selbst unterschrieben.',
    fix: 'Geben Sie dieses Zertifikat als das der Zertifizierungsstelle an, oder lassen Sie es von einer unterschreiben.',
  },
  certificateExpiresSoon: ({ date }) => ({
    cause: date ? `Das Zertifikat läuft am ${date} ab.` : 'Das Zertifikat läuft bald ab.',
    fix: 'Erneuern Sie es vorher.',
  }),
  startTLS: {
    cause: 'Das Verzeichnis lehnt es ab, die Verbindung zu verschlüsseln (StartTLS).',
    fix: 'Richten Sie dort ein Zertifikat ein, oder nehmen Sie ldaps://.',
  },
  clearText: {
    cause: 'Passwörter und Werte sind auf dem Weg durch das Netz lesbar.',
    fix: 'Nehmen Sie ldaps:// oder StartTLS.',
  },
  tls: {
    cause: 'Dort wird kein TLS gesprochen, oder keines ab Version 1.2.',
    fix: 'Prüfen Sie den Port: ldaps:// hat einen eigenen, zu ldap:// gehört StartTLS.',
  },
  serviceAccount: {
    cause: 'Das Verzeichnis lässt das Dienstkonto nicht ein.',
    fix: 'Prüfen Sie den DN und das Passwort des Dienstkontos.',
  },
  bindRequired: {
    cause: 'Das Verzeichnis antwortet nur einem Dienstkonto.',
    fix: 'Geben Sie den DN und das Passwort eines Dienstkontos an.',
  },
  encryptionRequired: {
    cause: 'Das Verzeichnis antwortet nur über eine verschlüsselte Verbindung.',
    fix: 'Nehmen Sie ldaps:// oder StartTLS.',
  },
  'bind.525': { cause: 'Dieses Konto gibt es nicht.', fix: 'Berichtigen Sie den DN des Dienstkontos.' },
  'bind.52e': {
    cause: 'Das Passwort des Dienstkontos ist falsch, oder das Konto gibt es nicht.',
    fix: 'Geben Sie das Passwort neu ein, und vergleichen Sie den DN.',
  },
  'bind.530': {
    cause: 'Das Dienstkonto darf sich zu dieser Stunde nicht anmelden.',
    fix: 'Erlauben Sie ihm jede Stunde (logonHours).',
  },
  'bind.531': {
    cause: 'Das Dienstkonto darf sich von diesem Rechner aus nicht anmelden.',
    fix: 'Erlauben Sie ihm alle Rechner (userWorkstations).',
  },
  'bind.532': {
    cause: 'Das Passwort des Dienstkontos ist abgelaufen.',
    fix: 'Setzen Sie eines, das nicht abläuft, und geben Sie es hier ein.',
  },
  'bind.533': { cause: 'Das Dienstkonto ist deaktiviert.', fix: 'Aktivieren Sie es.' },
  'bind.701': { cause: 'Das Dienstkonto ist abgelaufen.', fix: 'Lassen Sie es nie ablaufen (accountExpires).' },
  'bind.773': {
    cause: 'Das Dienstkonto muss erst sein Passwort ändern.',
    fix: 'Nehmen Sie ihm diese Pflicht, oder setzen Sie sein Passwort neu.',
  },
  'bind.775': {
    cause: 'Das Dienstkonto ist gesperrt, wie nach mehreren falschen Passwörtern.',
    fix: 'Entsperren Sie es, und suchen Sie, wer es mit einem alten Passwort verwendet.',
  },
  referral: {
    cause: 'Das Verzeichnis verweist an einen anderen Server: Es ist eine Kopie, oder es hat eine andere Basis.',
    fix: 'Geben Sie die Adresse jenes Servers an; dem Verweis wird nicht gefolgt.',
  },
  mayNotRead: {
    cause: 'Das Dienstkonto darf Personen nicht lesen.',
    fix: 'Prüfen Sie seine Zugriffsrechte.',
  },
  busy: { cause: 'Das Verzeichnis ist gerade überlastet.', fix: 'Versuchen Sie es gleich noch einmal.' },
  shuttingDown: {
    cause: 'Das Verzeichnis wird gerade beendet oder neu gestartet.',
    fix: 'Versuchen Sie es gleich noch einmal.',
  },
  missingControl: {
    cause: 'Dem Verzeichnis fehlt etwas, das Nameplate braucht.',
    fix: 'Sehen Sie in seiner Version und seinen Modulen nach.',
  },
  wrongBase: { cause: 'Das Verzeichnis hält einen DN der Angaben für keinen.', fix: 'Prüfen Sie die Basis.' },
  resultCode: {
    cause: 'Das Verzeichnis hat mit einem Fehler geantwortet, der hier nicht vorgesehen ist.',
    fix: 'Suchen Sie nach dem genannten Ergebniscode, und sehen Sie in das Protokoll des Verzeichnisses.',
  },
  deadline: {
    cause: 'Das Verzeichnis antwortet zu langsam oder gar nicht; deshalb wurde die Prüfung beendet.',
    fix: 'Sehen Sie nach, ob es überlastet ist, und ob die Adresse die eines Verzeichnisses ist und nicht die von etwas anderem.',
  },
};
