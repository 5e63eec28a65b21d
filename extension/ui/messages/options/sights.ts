import type { Sights, SightWords } from '#shared/contract/sights.ts';

/** What a step saw, with what the server names in it; in English the server's own words are shown. */
type Words = Readonly<Record<string, (params: never) => string>>;

const encryption: Readonly<Record<Sights['address']['tls'], string>> = {
  none: 'nicht verschlüsselt',
  starttls: 'verschlüsselt durch StartTLS',
  ldaps: 'von Anfang an verschlüsselt',
};
const products: Readonly<Record<Sights['product']['product'], string>> = {
  openldap: 'OpenLDAP oder ähnlich',
  'active-directory': 'Active Directory',
};

const german: SightWords = {
  address: ({ url, port, tls }) => `${url}, Port ${port}, ${encryption[tls]}`,
  hostAddresses: ({ host, addresses }) => `${host} ist ${addresses}`,
  hostIsAddress: ({ host }) => `${host} ist selbst eine Adresse`,
  takesConnections: ({ host, port }) => `${host} nimmt an Port ${port} Verbindungen an`,
  notEncrypted: () => 'nicht verschlüsselt',
  certificate: ({ protocol, subject, issuer, date }) =>
    `${protocol}; das Zertifikat von ${subject}, unterschrieben von ${issuer}, gilt bis ${date}`,
  boundAnonymously: () => 'anonym, da kein Dienstkonto angegeben ist',
  boundAs: ({ dn }) => `als ${dn}`,
  product: ({ product, asserts }) =>
    `${products[product]}; ${
      asserts
        ? 'das Verzeichnis lehnt ein Speichern selbst ab, wenn sich am Eintrag etwas geändert hat (RFC 4528)'
        : 'ein Speichern nimmt in einem Schritt den alten Wert weg und fügt den neuen hinzu; das misslingt, wenn der alte weg ist'
    }`,
  baseThere: ({ base }) => `${base} ist da`,
  baseMissing: ({ base }) => `${base} ist nicht da`,
  peopleFound: ({ count, isComplete }) =>
    `der Filter findet ${isComplete ? '' : 'mehr als '}${count} ${count === 1 ? 'Person' : 'Personen'}`,
  nobodyBelow: ({ bases }) => `der Filter findet niemanden unter ${bases}`,
  ownNames: ({ attribute }) => `alle haben einen eigenen Wert für ${attribute}`,
  nameless: ({ count, attribute }) => `${count} von ihnen haben kein ${attribute}`,
  sharedValues: ({ attribute, values }) => `mehrere Einträge haben denselben Wert für ${attribute}: ${values}`,
  joined: ({ found, count, attribute, field }) =>
    `${found} von ${count} Personen haben einen Eintrag, dessen ${attribute} ${field === '' ? 'ihr Anmeldename' : `ihr Feld ${field}`} ist`,
  timestamps({ attribute, sample, pattern, mark }) {
    const written = `${attribute} hat ${pattern === '' ? `eine eigene Form (${sample})` : `die Form ${pattern}`}`;
    const by = mark === 'timestamp' ? 'daran' : `an ${mark}, was sicherer ist`;
    return `${sample === '' ? `niemand zeigt ${attribute}` : written}; Änderungen werden ${by} erkannt`;
  },
  noLockout: () => 'keine Richtlinie ist zu sehen, die Konten sperrt',
  lockout: ({ dn, most, stopsAt }) =>
    `${dn} sperrt ein Konto bei ${most} falschen Passwörtern; die Anmeldung hört bei ${stopsAt} auf`,
  sample: ({ username, dn }) => `${username} (${dn}) dient als Beispiel`,
  nobody: () => 'niemand wird gefunden',
  person: ({ username, dn }) => `${username} ist ${dn}`,
  localAccount: ({ username }) => `${username} ist ein lokales Konto von Nameplate`,
  nobodyMatches: ({ bases, attribute, username }) =>
    `kein Eintrag unter ${bases} passt zum Filter und hat für ${attribute} den Wert ${username}`,
  placeBelow: ({ dn, base }) => `${dn} liegt unter ${base}`,
  placeOutside: ({ dn }) => `${dn} liegt unter keiner der Basen`,
  schemaSize: ({ count }) => `das Schema hat ${count} Attribute`,
  notInSchema: () => 'nicht im Schema',
  attributeType: ({ syntax, isSingleValued, most, unit }) =>
    `${syntax}, ${isSingleValued ? 'ein Wert' : 'mehrere Werte'}${most === 0 ? '' : `, höchstens ${most} ${unit === 'bytes' ? 'Bytes' : 'Zeichen'}`}`,
  valuesShown: ({ username, count }) => `${username} zeigt ${count === 1 ? 'einen Wert' : `${count} Werte`}`,
  nobodyShows: () => 'niemand zeigt einen Wert',
  notTried: () => 'nicht geprüft',
  fieldsNotTried: ({ fields }) => `nicht geprüft: ${fields}`,
  notListedAsWritable: ({ dn }) => `allowedAttributesEffective von ${dn} nennt es nicht`,
  rewritten: ({ dn }) => `ein echtes Schreiben in ${dn} ließ den Wert, wie er war`,
  addedAndTaken: ({ dn }) =>
    `ein echtes Schreiben in ${dn} fügte einen Wert hinzu und nahm ihn im selben Schritt wieder weg, da keiner da ist`,
  entryGone: ({ dn }) => `${dn} ist weg`,
  writingOn: () => 'der Schreibzugriff ist eingeschaltet',
  writingOff: () => 'der Schreibzugriff ist ausgeschaltet',
  noDirectory: () => 'kein Verzeichnis ist eingerichtet',
  noDuplicates: () => 'niemand steht in zwei Verzeichnissen',
  duplicates: ({ count, people }) =>
    `${count === 1 ? 'ein Benutzername steht' : `${count} Benutzernamen stehen`} in mehreren Verzeichnissen: ${people}`,
  notInTime: ({ seconds }) => `in den ${seconds} Sekunden der ganzen Prüfung nicht fertig geworden`,
  historyWhole: ({ lines }) =>
    lines === 0
      ? 'der Verlauf ist leer'
      : `der Verlauf ist unversehrt: ${lines === 1 ? 'eine Zeile' : `${lines} Zeilen`}`,
};

const en: Words = {};
const de: Words = german;

export const sights = { en, de };
