import type { people as en } from './people-en.ts';

export const people: typeof en = {
  title: 'Personen finden',
  search: 'Name, Benutzername, Telefon, Mail …',
  searchHelp: 'Wörter in beliebiger Reihenfolge; der Anfang eines Wortes genügt.',
  found: (count, isAll) =>
    count === 0
      ? 'Niemand gefunden.'
      : `${count}${isAll ? '' : ' oder mehr'} ${count === 1 && isAll ? 'Person' : 'Personen'} gefunden.`,
  nobody: 'Niemand gefunden',
  nobodyHelp:
    'Versuchen Sie es mit weniger vom Namen oder mit etwas anderem: Telefonnummer, Benutzername, Mailadresse.',
  begin: 'Wen suchen Sie?',
  beginHelp:
    'Suchen Sie links und öffnen Sie eine Person mit der Eingabetaste. In ihrem Profil führt Escape zurück zur Suche.',
  more: 'Mehr anzeigen',
  searching: 'Suche läuft …',
  clear: 'Suche leeren',
  results: 'Gefundene Personen',
  local: 'In keinem Verzeichnis',
  reason: 'Grund der Änderung',
  reasonHelp: 'Er steht im Verlauf, auch für die Person selbst.',
  reasonMissing: 'Sagen Sie zuerst, warum Sie dieses Profil ändern.',
  signedOut: 'Sie sind abgemeldet',
  signedOutHelp: 'Melden Sie sich an, um Personen zu finden. Das Fenster, das aufgeht, gehört zu Nameplate.',
  sessionEnded: 'Ihre Sitzung ist abgelaufen',
  sessionEndedMeaning: 'Melden Sie sich neu an, um weiterzumachen. Ihre Eingaben bleiben erhalten.',
  signIn: 'Anmelden',
  notPermitted: 'Das ist dem Helpdesk vorbehalten',
  notPermittedHelp: 'Sie sind angemeldet, dürfen aber nur Ihr eigenes Profil bearbeiten.',
  openInNameplate: 'In Nameplate öffnen',
};
