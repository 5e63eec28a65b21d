import { type Findings, ofConnections } from './connection-findings.ts';

/** In English the server says it itself, and finer than a rule can: with the names of what it found. */
const en: Findings = {};

const de: Findings = {
  ...ofConnections,
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
  userDNRepeatsBase: ({ userDN }) => ({
    cause: 'Der Ort der Personen wird der Basis vorangestellt, und er enthält die Basis schon.',
    fix: userDN ? `Setzen Sie den Ort der Personen auf „${userDN}“.` : 'Lassen Sie die Basis dort weg.',
  }),
  wrongUserDN: {
    cause: 'Die Basis ist da, aber unter ihr gibt es diesen Ort nicht, oder das Dienstkonto sieht ihn nicht.',
    fix: 'Berichtigen Sie den Ort der Personen, oder lassen Sie ihn leer.',
  },
  wrongBaseDN: ({ contexts }) => ({
    cause: `Die Basis gibt es nicht, oder das Dienstkonto sieht sie nicht.${contexts ? ` Das Verzeichnis enthält ${contexts}.` : ''}`,
    fix: 'Berichtigen Sie die Basis, oder erlauben Sie dem Konto, sie zu lesen.',
  }),
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
  lockoutThreshold: ({ most }) => ({
    cause:
      'Wer hier falsche Passwörter eingibt, auch ein Fremder, sperrt das Konto im Verzeichnis, bevor die Anmeldung aufhört.',
    fix: `Erlauben Sie weniger ${most ? `als ${most} ` : ''}Versuche (signIn.attempts), oder lassen Sie das Verzeichnis später sperren.`,
  }),
  lockoutMemory: ({ minutes }) => ({
    cause: 'Das Verzeichnis zählt falsche Passwörter länger als die Anmeldung hier; so können sie sich summieren.',
    fix: minutes
      ? `Setzen Sie signIn.attemptsWithinMinutes auf ${minutes} oder mehr.`
      : 'Geben Sie der Richtlinie eine Zeit, nach der sie sie vergisst (pwdFailureCountInterval).',
  }),
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
  outsideBase: ({ dns = 'Der Eintrag', bases }) => ({
    cause: `${dns} liegt nicht dort, wo Personen gesucht und geändert werden${bases ? `: unter ${bases}` : ''}.`,
    fix: 'Berichtigen Sie Basis und Ort der Personen, oder nehmen Sie eine weitere Basis auf.',
  }),
  filteredOut: ({ dns = 'Der Eintrag' }) => ({
    cause: `${dns} ist da, passt aber nicht zum Filter.`,
    fix: 'Berichtigen Sie den Filter, oder nehmen Sie jemand anderen.',
  }),
  noSuchPerson: {
    cause: 'Das Verzeichnis hat niemanden dieses Namens, oder das Dienstkonto sieht ihn nicht.',
    fix: 'Prüfen Sie die Schreibweise und das Attribut des Benutzernamens.',
  },
  noSchema: {
    cause: 'Das Verzeichnis zeigt sein Schema nicht.',
    fix: 'Erlauben Sie dem Dienstkonto, es zu lesen.',
  },
  unknownAttribute: ({ meant }) => ({
    cause: 'Das Schema des Verzeichnisses kennt dieses Attribut nicht.',
    fix: meant ? `Meinten Sie ${meant}?` : 'Wählen Sie eines aus der Liste der Attribute.',
  }),
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
  notAllowedByObjectClass: ({ objectClass }) => ({
    cause: 'Die Objektklassen der Personen erlauben dieses Attribut nicht.',
    fix: `Wählen Sie ein anderes Attribut, oder geben Sie den Einträgen die Objektklasse${objectClass ? ` ${objectClass}` : ''}, die es erlaubt.`,
  }),
  wrongSyntax: {
    cause: 'Was dieses Attribut aufnimmt, passt nicht zum Typ des Feldes.',
    fix: 'Wählen Sie ein anderes Attribut oder einen anderen Typ.',
  },
  singleValued: {
    cause: 'Dieses Attribut nimmt nur einen Wert auf, und ein Feld dieses Typs hat mehrere.',
    fix: 'Wählen Sie ein Attribut, das mehrere aufnimmt.',
  },
  tooShort: ({ limit }) => ({
    cause: 'Das Feld erlaubt längere Werte, als dieses Attribut aufnimmt.',
    fix: `Begrenzen Sie das Feld${limit ? ` auf ${limit}` : ''}, oder wählen Sie ein anderes Attribut.`,
  }),
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
  emptyAnswer: ({ people }) => ({
    cause: `Das Verzeichnis zeigt niemanden${people ? `, obwohl ${people} Personen bekannt sind` : ''}. Ausgeblendet oder weggenommen wurde nichts.`,
    fix: 'Prüfen Sie Basis, Filter und Zuordnung, und was das Dienstkonto lesen darf.',
  }),
  removalLimit: ({ leaving, people }) => ({
    cause: `${leaving && people ? `${leaving} von ${people} Personen fehlen` : 'Zu viele Personen fehlen'} im Verzeichnis, mehr als die Grenze erlaubt. Ausgeblendet oder weggenommen wurde nichts.`,
    fix: 'Prüfen Sie das Verzeichnis; sind sie wirklich gegangen, erhöhen Sie die Grenze für einen Lauf.',
  }),
  leaseLost: { cause: 'Ein anderer Lauf hat diesen abgelöst.', fix: 'Sehen Sie nach, was jener tut.' },
  malformedEntry: { cause: 'Der Eintrag lässt sich nicht lesen.', fix: 'Sehen Sie ihn sich im Verzeichnis an.' },
  paging: {
    cause: 'Das Verzeichnis gibt seine Antworten nicht so in Seiten heraus, wie RFC 2696 es will.',
    fix: 'Sehen Sie nach, was zwischen ihm und Nameplate steht, und in seiner Version.',
  },
  notAllValues: {
    cause: 'Das Verzeichnis zeigt nicht alle Werte eines Attributs auf einmal.',
    fix: 'Erhöhen Sie seine Grenze für Werte, oder wählen Sie ein anderes Attribut.',
  },
  userFilter: { cause: 'Der Filter ist kein LDAP-Filter.', fix: 'Berichtigen Sie ihn.' },
  noDirectory: { cause: 'Es gibt nichts zu prüfen.', fix: 'Fügen Sie ein Verzeichnis hinzu.' },
};

export const findings = { en, de };
