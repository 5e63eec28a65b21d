/** What the server finds wrong with a configuration: by rule, else by the member it is wrong with. */
const en = {
  rules: {
    required: 'Fill this in.',
    missingLanguage: 'Give the text in this language too.',
    passwordAgain:
      'Enter the password again: the address, the encryption, the certificate or the account is another one, and a stored password is never sent elsewhere.',
    secretAgain:
      'Enter the secret again: the provider or the client is another one, and a stored secret is never sent elsewhere.',
    noSecretKey:
      'The server cannot keep a password: it has no NAMEPLATE_SECRET to encrypt it with. Set that, or name an environment variable.',
    wrongPassword: 'This is not what the environment variable holds.',
    fixedKey: 'A key cannot be changed.',
    fullPath: 'Give the full path of a file on the server.',
    role: 'Only a system admin may change this.',
    noJoin: 'This directory does not complete people.',
    joinedPerson: 'Another person can be taken only from the directory that has the people.',
    joinOf: 'Choose the directories whose people it completes: no login name or value may occur in two of them.',
    approvedByBind: 'Approval does not go with a directory that asks people for their password.',
    noManager: 'Add a field with the key manager and the type “another person” first: it says who the manager is.',
    managerEditable:
      'People could choose who approves: the field manager must not be for the person to edit, or needs approval by others itself.',
    joinField: 'Choose a field whose value comes from the directory that has the people.',
    joinAttribute:
      'Whoever edits this could take the entry of somebody else in the other directory: it ties people to their entries there.',
  },
  members: {
    key: 'Use a letter, then letters, digits, - or _, and a key that nothing else has.',
    url: 'This is no address of a directory, such as ldaps://ldap.example.com.',
    tls: 'LDAPS goes with an ldaps:// address, StartTLS and no encryption with ldap://.',
    ca: 'This is no certificate in PEM form (-----BEGIN CERTIFICATE-----).',
    bindDN: 'This is no DN, such as cn=nameplate,ou=services,dc=example,dc=com.',
    bindPassword: 'An account needs its password, and a password its account.',
    env: 'This is no name of an environment variable that is set on the server.',
    baseDN: 'This is no DN, such as dc=example,dc=com.',
    userDN: 'This is no DN below the base, such as ou=people.',
    userFilter: 'This is no LDAP filter, such as (objectClass=person).',
    usernameAttribute: 'This is no name of an attribute, such as uid.',
    pageSize: 'Use a number from 1 to 10,000.',
    connectTimeoutSeconds: 'Use a number of seconds from 1 to 3,600.',
    operationTimeoutSeconds: 'Use a number of seconds from 1 to 3,600.',
    defaultCountry: 'This is no country that has phone numbers.',
    percent: 'Use a number from 0 to 100.',
    atLeast: 'Use a whole number, 0 or more.',
    cron: 'This is no schedule, such as 0 */3 * * *.',
    fullEveryHours: 'Use a number of hours from 1 to 8,760.',
    historyDays: 'Use a number of days from 1 to 36,500.',
    timeZone: 'This is no time zone, such as Europe/Berlin.',
    intranet: 'This is no pattern of pages, such as https://intranet.example.com/*.',
    pattern: 'This is no regular expression.',
    minLength: 'The least length is a whole number, and not more than the greatest.',
    maxLength: 'The greatest length is a whole number of at most 4,096.',
    options: 'Give at least one option, and none twice.',
  },
};

const de: typeof en = {
  rules: {
    required: 'Füllen Sie dies aus.',
    missingLanguage: 'Geben Sie den Text auch in dieser Sprache an.',
    passwordAgain:
      'Geben Sie das Passwort noch einmal ein: Adresse, Verschlüsselung, Zertifikat oder Konto sind andere, und ein gespeichertes Passwort wird nie anderswohin geschickt.',
    secretAgain:
      'Geben Sie das Geheimnis noch einmal ein: Der Anbieter oder der Client ist ein anderer, und ein gespeichertes Geheimnis wird nie anderswohin geschickt.',
    noSecretKey:
      'Der Server kann kein Passwort aufbewahren: Ihm fehlt NAMEPLATE_SECRET zum Verschlüsseln. Setzen Sie das, oder nennen Sie eine Umgebungsvariable.',
    wrongPassword: 'Das ist nicht, was in der Umgebungsvariable steht.',
    fixedKey: 'Ein Schlüssel kann nicht geändert werden.',
    fullPath: 'Geben Sie den vollen Pfad einer Datei auf dem Server an.',
    role: 'Das darf nur ein Systemadministrator ändern.',
    noJoin: 'Dieses Verzeichnis ergänzt keine Personen.',
    joinedPerson: 'Eine andere Person kann nur aus dem Verzeichnis kommen, das die Personen hat.',
    joinOf:
      'Wählen Sie die Verzeichnisse, deren Personen es ergänzt: Kein Benutzername oder Wert darf in zweien vorkommen.',
    approvedByBind: 'Genehmigung geht nicht mit einem Verzeichnis, das nach dem Passwort fragt.',
    noManager:
      'Fügen Sie zuerst ein Feld mit dem Schlüssel manager und dem Typ „Eine andere Person“ hinzu: Es sagt, wer vorgesetzt ist.',
    managerEditable:
      'So könnte man sich aussuchen, wer genehmigt: Das Feld manager darf die Person nicht selbst bearbeiten, oder es braucht selbst die Genehmigung anderer.',
    joinField: 'Wählen Sie ein Feld, dessen Wert aus dem Verzeichnis der Personen kommt.',
    joinAttribute:
      'Wer das bearbeitet, könnte den Eintrag von jemand anderem im anderen Verzeichnis übernehmen: Es ordnet dort Einträge Personen zu.',
  },
  members: {
    key: 'Ein Buchstabe, dann Buchstaben, Ziffern, - oder _, und kein Schlüssel zweimal.',
    url: 'Das ist keine Adresse eines Verzeichnisses wie ldaps://ldap.example.com.',
    tls: 'LDAPS gehört zu einer Adresse mit ldaps://, StartTLS und keine Verschlüsselung zu ldap://.',
    ca: 'Das ist kein Zertifikat in PEM-Form (-----BEGIN CERTIFICATE-----).',
    bindDN: 'Das ist kein DN wie cn=nameplate,ou=services,dc=example,dc=com.',
    bindPassword: 'Ein Konto braucht sein Passwort, ein Passwort sein Konto.',
    env: 'Das ist kein Name einer Umgebungsvariable, die auf dem Server gesetzt ist.',
    baseDN: 'Das ist kein DN wie dc=example,dc=com.',
    userDN: 'Das ist kein DN unterhalb der Basis wie ou=people.',
    userFilter: 'Das ist kein LDAP-Filter wie (objectClass=person).',
    usernameAttribute: 'Das ist kein Name eines Attributs wie uid.',
    pageSize: 'Eine Zahl von 1 bis 10.000.',
    connectTimeoutSeconds: 'Eine Zahl von Sekunden von 1 bis 3.600.',
    operationTimeoutSeconds: 'Eine Zahl von Sekunden von 1 bis 3.600.',
    defaultCountry: 'Das ist kein Land, das Telefonnummern hat.',
    percent: 'Eine Zahl von 0 bis 100.',
    atLeast: 'Eine ganze Zahl ab 0.',
    cron: 'Das ist kein Zeitplan wie 0 */3 * * *.',
    fullEveryHours: 'Eine Zahl von Stunden von 1 bis 8.760.',
    historyDays: 'Eine Zahl von Tagen von 1 bis 36.500.',
    timeZone: 'Das ist keine Zeitzone wie Europe/Berlin.',
    intranet: 'Das ist kein Muster von Seiten wie https://intranet.example.com/*.',
    pattern: 'Das ist kein regulärer Ausdruck.',
    minLength: 'Die kleinste Länge ist eine ganze Zahl und nicht größer als die größte.',
    maxLength: 'Die größte Länge ist eine ganze Zahl bis 4.096.',
    options: 'Mindestens eine Möglichkeit, und keine zweimal.',
  },
};

export const faults = { en, de };
