import type { Texts } from '../catalogue.ts';

export const terminal = {
  label: 'Betalterminal',
  none: 'Välj betalterminal',
  noneText: 'Den här datorn har ännu ingen betalterminal.',
  change: 'Byt',
  changeName: 'Byt terminal, nu {{name}}',
  changeNoneName: 'Byt terminal:',
  ready: 'Redo',
  renamed:
    'Den här datorns terminal valdes med namnet {{from}}. Nu heter den {{to}}. Namnen kan ha bytt plats: kontrollera på terminalen att det är rätt, eller välj terminal på nytt.',
  unknown: 'Status ännu inte känd',
  today: 'kl. {{time}}',
  asOf: 'kontrollerad {{time}}',
  lastKnown: 'senast {{state}}, {{time}}',
  lastStates: { ready: 'redo', 'unknown-id': 'okänt terminal-id', 'not-connected': 'ingen anslutning' },
  status: {
    inactive: 'Fel: inaktiv',
    'unknown-id': 'Fel: okänt terminal-id',
    'not-connected': 'Fel: ingen anslutning',
    'nets-unreachable': 'Fel: Nets svarar inte',
    'not-authorised': 'Fel: kan inte logga in hos Nets',
    'secrets-missing': 'Fel: inloggningsuppgifter för Nets saknas',
    missing: 'Fel: finns inte längre i listan',
    'settings-lost': 'Status inte känd: inställningarna kan inte läsas',
    'bad-id': 'Fel: terminal-id saknas eller är fel',
    'duplicate-id': 'Fel: samma terminal-id två gånger',
    'bad-name': 'Fel: namnet saknas',
  },
  advice: {
    inactive: 'Terminalen är satt som inaktiv i terminallistan (Strapi). Välj en annan terminal, eller be huvudanvändaren aktivera den.',
    'unknown-id': 'Nets känner inte till terminal-id:t. Kontrollera att det i terminallistan är samma som hos Nets.',
    'not-connected': 'Det förra försöket nådde inte terminalen. Kontrollera att den har ström och nätanslutning.',
    'nets-unreachable':
      'Nets kan inte nås, så terminalens status är inte känd. Kontrollera datorns nätanslutning. Betalningen kan registreras manuellt under tiden.',
    'not-authorised': 'Inloggningsuppgifterna för Nets är ogiltiga. Ring supporten.',
    'secrets-missing':
      'Inloggningsuppgifterna för Nets saknas för det här användarkontot, så statusen kan inte kontrolleras. Läs in konfigurationsfilen eller ring supporten.',
    'bad-id': 'Terminal-id saknas i terminallistan eller är inte ett terminal-id från Nets (siffror). Be huvudanvändaren rätta det.',
    'duplicate-id': 'I terminallistan finns två terminaler med samma terminal-id. Be huvudanvändaren rätta det ena.',
    'bad-name': 'Terminalens namn saknas i terminallistan eller kan inte visas. Be huvudanvändaren ge den ett namn.',
    'settings-lost':
      'Terminallistan fanns i inställningar som inte kan läsas. Det säger inget om terminalen: när inställningarna har lästs in på nytt kan den användas igen.',
    missing:
      'Terminalen finns inte längre i listan: den har tagits bort, eller så har dess terminal-id ändrats. Välj terminal på nytt. Programmet byter den inte åt dig.',
  },
} satisfies Texts<'terminal'>;

export const picker = {
  title: 'Välj betalterminal',
  name: 'Välj betalterminal',
  remembered: 'Valet sparas på den här datorn.',
  thenPays: 'Valet sparas på den här datorn, och betalningen {{sum}} börjar genast.',
  onceOnly: '{{sum}} debiteras genast på den valda terminalen. Den här datorns terminal byts inte.',
  others: 'Övriga terminaler',
  list: 'Terminaler',
  search: 'Sök terminal',
  notFound: 'Ingen terminal motsvarar sökningen.',
  showAll: 'Visa resten ({{count}})',
  use: 'Använd denna',
  charge: 'Debitera {{sum}}',
  mayStillWork: 'Du kan försöka ändå: lampan visar bara det som senast var känt.',
  nothingSelected: 'Välj en terminal i listan.',
  ready: '{{name}} är redo att ta emot betalningar.',
  notKnownYet: 'Status för terminalen {{name}} är inte känd ännu. Den kan ändå användas.',
  cannotUse: 'Den här kan inte användas.',
  strapi: {
    unreachable: 'Strapi svarar inte, så listan kunde inte uppdateras.',
    'not-authorised': 'Strapi godkände inte programmets token: ring supporten.',
    unreadable: 'Strapis lista kunde inte läsas, eller så är den för stor: ring supporten.',
    'right-missing': 'Strapis token har inte rätt att läsa försäljningsställen, så terminalernas platser är inte kända: ring supporten.',
    'secrets-missing': 'Strapis token saknas för det här användarkontot: läs in konfigurationsfilen i inställningarna.',
    asOf: 'Uppgifterna är från {{time}}.',
    never: 'Listan har ännu inte hämtats en enda gång.',
  },
  empty: 'Det finns ingen terminal i listan. Betalningen kan registreras manuellt. Ring supporten.',
} satisfies Texts<'picker'>;
