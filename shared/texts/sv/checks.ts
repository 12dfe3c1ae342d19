import type { Texts } from '../catalogue.ts';

export const network = {
  'proxy-login':
    'Proxyn i hotellets nät kräver inloggning, och det kan det här programmet inte göra. Be hotellets IT-support tillåta adressen utan inloggning.',
  'proxy-refused': 'Proxyn i hotellets nät släppte inte igenom anslutningen. Be hotellets IT-support tillåta adressen.',
  'certificate-unsigned':
    'Serverns certifikat har ingen betrodd utfärdare, så inget skickades. Be hotellets IT-support kontrollera vem som svarar på adressen och lägga till nätets eget certifikat på datorn.',
  'certificate-other-host':
    'Serverns certifikat är utfärdat för en annan adress, så inget skickades. Ring Willbas support: adressen kan vara fel.',
  'certificate-expired':
    'Serverns certifikat gäller inte nu, så inget skickades. Kontrollera datorns klocka och datum, och ring sedan Willbas support.',
  'name-not-found':
    'Serverns namn hittas inte på nätet. Kontrollera datorns nätanslutning. Om andra sidor fungerar är det fel i adressen: ring Willbas support.',
};

export const checks = {
  open: 'Gör kontroller',
  title: 'Kontroller',
  text: 'De här kontrollerna stör inte terminalen och debiterar ingen.',
  ofTerminal: 'Terminal: {{name}}.',
  noTerminal: 'Ingen terminal är vald.',
  again: 'Kontrollera igen',
  running: 'Kontrollerar…',
  result: { ok: 'I ordning', failed: 'Fel', unknown: 'Kunde inte kontrolleras', unused: 'Används inte' },
  names: {
    free: 'Terminalen är ledig',
    active: 'Terminalen är aktiv',
    id: 'Samma terminal-id hos Nets',
    connected: 'Terminalen är ansluten till Nets Cloud',
    login: 'Inloggning hos Nets',
    strapi: 'Anslutning till Strapi',
    clock: 'Datorns klocka',
    disk: 'Diskutrymme',
    database: 'Lagring av betalningar',
    backup: 'Säkerhetskopia',
  },
  well: {
    free: 'Ingen betalning från den här datorn pågår på den. Andra kassors betalningar syns inte härifrån: titta på terminalens skärm.',
    active: 'Finns i listan och är aktiv.',
    id: 'Nets känner till terminal-id:t med de här inloggningsuppgifterna.',
    connected: 'Den senaste betalningen nådde terminalen.',
    login: 'Nets godkände inloggningen.',
    strapi: 'Strapi svarade.',
    clock: 'Skillnaden mot Nets klocka är under två minuter.',
    disk: 'Det finns tillräckligt med utrymme.',
    database: 'Databasen är hel och tar emot nya poster.',
    backup: 'Den senaste säkerhetskopian är mindre än två dygn gammal, och den är kontrollerad.',
  },
  why: {
    'payment-running':
      'En betalning från den här datorn pågår på den, eller så är dess status fortfarande oklar. Vänta tills den är klar. En betalning som väntar kan också avbrytas.',
    inactive:
      'Terminalen är satt som inaktiv. Be hotellets huvudanvändare aktivera den i terminallistan. Använd en annan terminal under tiden.',
    missing: 'Terminalen finns inte längre i listan: den har tagits bort, eller så har dess terminal-id ändrats. Välj terminal på nytt.',
    'settings-lost':
      'Listan fanns i inställningar som inte kan läsas, så det här är inte känt. Läs in konfigurationsfilen eller ring Willbas support.',
    'no-terminal': 'Välj först en terminal.',
    'bad-record': 'Det finns ett fel i terminalens uppgifter. Be hotellets huvudanvändare rätta dem i terminallistan.',
    'not-listed':
      'Nets känner inte till terminal-id:t. Be hotellets huvudanvändare jämföra terminallistans terminal-id med terminalens eget.',
    'last-attempt-failed':
      'Den senaste betalningen nådde inte terminalen. Kontrollera terminalens ström och nätverkskabel, starta om den och försök betala igen.',
    'never-tried': 'Inget har ännu betalats på den här terminalen från den här datorn. Den första betalningen visar om den går att nå.',
    'not-authorised': 'Inloggningsuppgifterna godkändes inte. Ring Willbas support: de förnyar uppgifterna.',
    unreachable:
      'Inget svar. Kontrollera datorns nätanslutning. Om andra sidor fungerar, ring Willbas support: adressen kan vara fel, eller så hindrar hotellets nät anslutningen.',
    ...network,
    'right-missing':
      'Strapi svarade, men tokenen har inte rätt att läsa försäljningsställen (pointOfSale, find). Be hotellets huvudanvändare ge tokenen rättigheten i Strapi.',
    unreadable: 'Svaret kunde inte läsas, eller så är det för stort. Ring Willbas support: adressen kan vara fel.',
    'not-configured': 'Används inte på den här datorn.',
    'secrets-missing': 'Inloggningsuppgifterna saknas för det här användarkontot. Läs in konfigurationsfilen eller ring Willbas support.',
    'clock-off': 'Datorns klocka går {{minutes}} min fel. Be hotellets IT-support ställa in klockan så att den uppdateras automatiskt.',
    'disk-full': 'Disken är nästan full, så nya betalningar påbörjas inte. Be hotellets IT-support frigöra utrymme.',
    'journal-problem':
      'Betalningar kan inte sparas tillförlitligt. Ta inte emot kortbetalningar på den här datorn, utan ring Willbas support.',
    'payments-missing':
      'En del av de sparade betalningarna kan ha gått förlorade. Läs meddelandet i kassavyn och jämför betalningarna med terminalens kvitton. Supporten hjälper.',
    'no-backup-yet': 'Ingen säkerhetskopia har tagits ännu. Programmet tar den automatiskt när det har varit öppet en stund.',
    'backup-old':
      'Den senaste säkerhetskopian är över två dygn gammal. Betalningarna är sparade på den här datorn. Låt programmet vara öppet, eller ta en säkerhetskopia i supportens inställningar.',
    'backup-folder-gone':
      'Mappen för säkerhetskopior hittas inte: nätverksdisken kan vara frånkopplad. Betalningarna är sparade på den här datorn, och programmet försöker igen automatiskt. Be hotellets IT-support kontrollera mappen.',
    'backup-failed':
      'Säkerhetskopian kunde inte tas. Betalningarna är sparade på den här datorn, och programmet försöker igen automatiskt. Se orsaken i supportens inställningar.',
    'not-asked': 'Det här gick inte att ta reda på: se de övriga kontrollerna.',
  },
} satisfies Texts<'checks'>;
