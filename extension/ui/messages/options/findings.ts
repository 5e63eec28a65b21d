/** What a check found, and what to do about it, by the rule of the step. */
export interface Finding {
  readonly cause: string;
  readonly fix: string;
}

/** In English the server says it itself, and finer than a rule can: with the names of what it found. */
const en: Readonly<Record<string, Finding>> = {};

const de: Readonly<Record<string, Finding>> = {
  outOfTime: {
    cause: 'Das Verzeichnis braucht so lange, dass nicht jedes Feld geprüft werden konnte, während Sie warten.',
    fix: 'Rufen Sie auf dem Server nameplate doctor auf; das nimmt sich die Zeit.',
  },
  nobodyJoined: {
    cause: 'Von denen, die aus den anderen Verzeichnissen bekannt sind, hat hier niemand einen Eintrag.',
    fix: 'Berichtigen Sie, womit Einträge zugeordnet werden, oder den Filter und die Basis.',
  },
  sharedJoin: {
    cause: 'Mehrere Einträge passen zu einer Person. Welcher ihrer ist, weiß niemand, also gilt keiner.',
    fix: 'Machen Sie das Attribut eindeutig, engen Sie den Filter ein, oder ordnen Sie mit einem anderen Attribut zu.',
  },
  nobodyYet: {
    cause: 'Noch ist niemand aus einem anderen Verzeichnis bekannt, den man hier suchen könnte.',
    fix: 'Gleichen Sie zuerst die Verzeichnisse ab, die die Personen haben, und prüfen Sie dann noch einmal.',
  },
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
  certificateExpiresSoon: { cause: 'Das Zertifikat läuft bald ab.', fix: 'Erneuern Sie es vorher.' },
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
  userDNRepeatsBase: {
    cause: 'Der Ort der Personen wird der Basis vorangestellt, und er enthält die Basis schon.',
    fix: 'Lassen Sie die Basis dort weg.',
  },
  wrongUserDN: {
    cause: 'Die Basis ist da, aber unter ihr gibt es diesen Ort nicht, oder das Dienstkonto sieht ihn nicht.',
    fix: 'Berichtigen Sie den Ort der Personen, oder lassen Sie ihn leer.',
  },
  wrongBaseDN: {
    cause: 'Die Basis gibt es nicht, oder das Dienstkonto sieht sie nicht.',
    fix: 'Berichtigen Sie die Basis, oder erlauben Sie dem Konto, sie zu lesen.',
  },
  nobodyFound: {
    cause: 'Unter der Basis passt niemand zum Filter, oder das Dienstkonto sieht niemanden.',
    fix: 'Berichtigen Sie Filter und Basis, oder erlauben Sie dem Konto, Personen zu lesen.',
  },
  sizeLimit: {
    cause: 'Das Verzeichnis gibt nur so viele Einträge heraus.',
    fix: 'Erhöhen Sie die Grenze des Dienstkontos (OpenLDAP: limits … size.prtotal=unlimited).',
  },
  noId: {
    cause: 'Das Verzeichnis zeigt nicht, woran sich Einträge auf Dauer erkennen lassen.',
    fix: 'Erlauben Sie dem Dienstkonto, entryUUID oder objectGUID zu lesen.',
  },
  tooSlow: {
    cause: 'Die Suche hat zu lange gedauert.',
    fix: 'Legen Sie einen Index für die Attribute des Filters an.',
  },
  noUsername: {
    cause: 'Wer keinen Benutzernamen hat, kann sich nicht anmelden.',
    fix: 'Wählen Sie ein anderes Attribut, oder engen Sie den Filter ein.',
  },
  sharedUsername: {
    cause: 'Wer seinen Benutzernamen mit anderen teilt, kann sich nicht anmelden.',
    fix: 'Machen Sie die Namen eindeutig, engen Sie den Filter ein, oder wählen Sie ein anderes Attribut.',
  },
  lockoutThreshold: {
    cause:
      'Wer hier falsche Passwörter eingibt, auch ein Fremder, sperrt das Konto im Verzeichnis, bevor die Anmeldung aufhört.',
    fix: 'Erlauben Sie weniger Versuche (signIn.attempts), oder lassen Sie das Verzeichnis später sperren.',
  },
  lockoutMemory: {
    cause: 'Das Verzeichnis zählt falsche Passwörter länger als die Anmeldung hier; so können sie sich summieren.',
    fix: 'Merken Sie sie länger (signIn.attemptsWithinMinutes), oder lassen Sie das Verzeichnis sie früher vergessen.',
  },
  ambiguous: {
    cause: 'Mehrere Einträge haben diesen Namen.',
    fix: 'Engen Sie Filter oder Basis ein, oder wählen Sie ein anderes Attribut.',
  },
  timestampPattern: {
    cause: 'Das Muster der Zeitstempel passt nicht zu diesem Verzeichnis.',
    fix: 'Berichtigen Sie das Muster, oder lassen Sie es weg: Dann wird es erkannt.',
  },
  timestampUnknown: {
    cause: 'Wie das Verzeichnis Zeitstempel schreibt, wurde nicht erkannt.',
    fix: 'Geben Sie das Muster der Zeitstempel an.',
  },
  localPerson: {
    cause: 'Diese Person gibt es nur in Nameplate. In kein Verzeichnis kann etwas von ihr geschrieben werden.',
    fix: 'Nehmen Sie jemanden, den das Verzeichnis hat.',
  },
  outsideBase: {
    cause: 'Der Eintrag liegt nicht dort, wo Personen gesucht und geändert werden.',
    fix: 'Berichtigen Sie Basis und Ort der Personen, oder nehmen Sie eine weitere Basis auf.',
  },
  filteredOut: {
    cause: 'Der Eintrag ist da, passt aber nicht zum Filter.',
    fix: 'Berichtigen Sie den Filter, oder nehmen Sie jemand anderen.',
  },
  noSuchPerson: {
    cause: 'Das Verzeichnis hat niemanden dieses Namens, oder das Dienstkonto sieht ihn nicht.',
    fix: 'Prüfen Sie die Schreibweise und das Attribut des Benutzernamens.',
  },
  noSchema: {
    cause: 'Das Verzeichnis zeigt sein Schema nicht.',
    fix: 'Erlauben Sie dem Dienstkonto, es zu lesen.',
  },
  unknownAttribute: {
    cause: 'Das Schema des Verzeichnisses kennt dieses Attribut nicht.',
    fix: 'Wählen Sie eines aus der Liste der Attribute.',
  },
  readOnlyAttribute: {
    cause: 'Das Verzeichnis führt oder berechnet dieses Attribut selbst; niemand kann es ändern.',
    fix: 'Lassen Sie es nur lesen, oder wählen Sie ein anderes.',
  },
  operationalAttribute: {
    cause: 'Dieses Attribut ist für das Verzeichnis selbst bestimmt.',
    fix: 'Lassen Sie es nur lesen, oder wählen Sie ein anderes.',
  },
  namingAttribute: {
    cause: 'Dieses Attribut benennt den Eintrag und lässt sich nicht ändern, ohne ihn zu verschieben.',
    fix: 'Lassen Sie es nur lesen, oder wählen Sie ein anderes, etwa displayName statt cn.',
  },
  notAllowedByObjectClass: {
    cause: 'Die Objektklassen der Personen erlauben dieses Attribut nicht.',
    fix: 'Wählen Sie ein anderes Attribut, oder geben Sie den Einträgen die Objektklasse, die es erlaubt.',
  },
  wrongSyntax: {
    cause: 'Was dieses Attribut aufnimmt, passt nicht zum Typ des Feldes.',
    fix: 'Wählen Sie ein anderes Attribut oder einen anderen Typ.',
  },
  singleValued: {
    cause: 'Dieses Attribut nimmt nur einen Wert auf, und ein Feld dieses Typs hat mehrere.',
    fix: 'Wählen Sie ein Attribut, das mehrere aufnimmt.',
  },
  tooShort: {
    cause: 'Das Feld erlaubt längere Werte, als dieses Attribut aufnimmt.',
    fix: 'Begrenzen Sie das Feld, oder wählen Sie ein anderes Attribut.',
  },
  binary: { cause: 'Dieses Attribut enthält Bytes, keinen Text.', fix: 'Nehmen Sie es nur für Felder vom Typ Bild.' },
  nobodyShowsIt: {
    cause:
      'Niemand hat bisher einen Wert, oder das Dienstkonto darf ihn nicht lesen; ein Verzeichnis sagt nicht, was von beidem.',
    fix: 'Wenn es Werte gibt: Erlauben Sie dem Konto, das Attribut zu lesen und zu suchen.',
  },
  writtenAsPerson: {
    cause:
      'Dieses Verzeichnis wird im Namen dessen geschrieben, der etwas ändert; die Rechte des Dienstkontos sagen nichts.',
    fix: 'Melden Sie sich als jemand an, und speichern Sie das Feld.',
  },
  writingOff: {
    cause: 'Der Schreibzugriff ist ausgeschaltet.',
    fix: 'Schalten Sie ihn ein, wenn die Schreibprüfung bestanden ist.',
  },
  notProbed: {
    cause:
      'Es gibt keinen Wert, und das Verzeichnis könnte einen nicht wieder wegnehmen, ohne die, die es vielleicht verbirgt.',
    fix: 'Prüfen Sie mit jemandem, der einen Wert hat.',
  },
  notPermitted: {
    cause: 'Das Dienstkonto darf dieses Attribut nicht schreiben.',
    fix: 'Erlauben Sie es ihm: bei OpenLDAP durch eine Zugriffsregel (write), bei Active Directory durch Delegieren.',
  },
  constraint: {
    cause: 'Der Wert verletzt eine Regel des Verzeichnisses.',
    fix: 'Sehen Sie nach, welches Overlay oder welche Richtlinie ihn verbietet.',
  },
  unwilling: {
    cause: 'Das Verzeichnis lässt das nicht ändern.',
    fix: 'Sehen Sie nach, ob es eine Kopie ist, die nur gelesen werden kann.',
  },
  gone: { cause: 'Der Eintrag ist inzwischen weg.', fix: 'Prüfen Sie noch einmal.' },
  overtaken: { cause: 'Jemand anderes hat das im selben Augenblick geändert.', fix: 'Prüfen Sie noch einmal.' },
  duplicates: {
    cause:
      'Von ihnen zählt das erste Verzeichnis in der Reihenfolge: Rollen, die der Name bekommt, sind die seiner Person.',
    fix: 'Bringen Sie die Verzeichnisse in die gemeinte Reihenfolge, oder engen Sie einen Filter ein.',
  },
  historyBroken: {
    cause:
      'Etwas anderes als Nameplate hat den Verlauf in nameplate.sqlite geändert, oder der Datenträger hat ihn beschädigt.',
    fix: 'Verlassen Sie sich nicht auf diese Zeilen, klären Sie, wer im Ordner NAMEPLATE_DATA schreiben kann, und vergleichen Sie mit einer Sicherung.',
  },
  noDirectory: { cause: 'Es gibt nichts zu prüfen.', fix: 'Fügen Sie ein Verzeichnis hinzu.' },
};

export const findings = { en, de };
