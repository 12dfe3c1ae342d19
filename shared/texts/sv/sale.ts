import type { Texts } from '../catalogue.ts';

export const sale = {
  title: 'Ny betalning',
  amount: 'Belopp',
  reference: 'Referens',
  method: 'Betalningssätt',
  methods: { card: 'Bankkort', manual: 'Manuell betalning' },
  pay: 'Betala',
  paySum: 'Betala {{sum}}',
  readings: 'Menade du {{first}} eller {{second}}?',
  amountProblems: {
    empty: 'Skriv beloppet.',
    'not-a-number': 'Skriv beloppet med siffror, till exempel {{example}}.',
    'control-characters': 'Texten innehåller radbrytning, tabb eller ett osynligt tecken. Klistra in ett belopp i taget eller skriv det.',
    zero: 'Beloppet måste vara större än noll.',
    negative: 'Beloppet kan inte vara negativt.',
    'too-large': 'Beloppet är för stort. Det största möjliga är {{max}}.',
    'too-many-decimals': 'Högst {{digits}} decimaler, till exempel {{example}}.',
    'no-decimals': 'Den här valutan har inga decimaler eller cent. Skriv beloppet som ett heltal, till exempel {{example}}.',
    ambiguous: 'Beloppet kan läsas på två sätt.',
  },
  referenceProblems: {
    empty: 'Skriv referensen.',
    'too-long': 'Referensen är för lång. Högst 80 tecken.',
    'control-characters': 'Referensen innehåller osynliga tecken. Skriv den på nytt.',
    'card-number': 'Referensen innehåller ett kortnummer. Ta bort det: kortnummer får inte sparas.',
    'scan-empty': 'Den lästa koden är tom. Läs den på nytt eller skriv referensen.',
    'scan-too-long': 'Den lästa koden är för lång som referens. Högst 80 tecken.',
    'scan-control-characters': 'Den lästa koden innehåller tecken som inte är tillåtna i en referens. Skriv referensen.',
    'scan-card-number': 'Den lästa koden innehåller ett kortnummer. Det får inte sparas.',
    'scan-unreadable': 'Koden kunde inte läsas. Tryck på fältet Referens och läs koden på nytt.',
  },
  keypad: { label: 'Sifferknappar', decimal: ',', decimalName: 'Komma', erase: 'Radera sista tecknet' },
  paid: '{{paid}} har betalats med den här referensen.',
  paidAndLeft: '{{paid}} har betalats med den här referensen. {{left}} återstår.',
  paidAndUnclear: '{{paid}} har betalats med den här referensen. Dessutom är statusen för en betalning oklar.',
  onlyUnclear: 'Det finns en betalning med den här referensen och oklar status.',
  completes: 'Resten av betalningen {{reference}}: {{paid}} betalt, {{left}} återstår',
  completesNameless: 'Resten av en betalning utan referens: {{paid}} betalt, {{left}} återstår',
  partFromPayment: 'Koppla loss från betalningen',
  stillOpening: 'Lagringen av betalningar öppnas. Det tar högst några sekunder.',
  secretsForThisRunOnly:
    'Inloggningsuppgifterna för Nets finns kvar bara tills programmet stängs: den här datorn har ingen säker plats för dem.',
  confirmTitle: 'Debitera {{sum}} ändå?',
  confirmNo: 'Debitera inte',
  confirmWhere: 'Terminal: {{terminal}}',
  confirmWhat: 'Referens: {{reference}} · Terminal: {{terminal}}',
  confirmLarge: 'Debitera {{sum}}?',
  confirmLargeYes: 'Debitera {{sum}}',
  confirmYes: 'Debitera {{sum}} ändå',
  from: 'Uppgifter från betalningen kl. {{time}} · {{outcome}}',
  fromOutcomes: {
    created: 'påbörjades inte',
    sent: 'pågår',
    cancelling: 'avbrytande begärt',
    checking: 'oklar status',
    approved: 'betald',
    declined: 'nekad',
    cancelled: 'avbruten',
    'timed-out': 'tiden gick ut',
    refused: 'påbörjades inte',
    unresolved: 'oklar status',
    'settled-by-person': 'manuellt utredd',
  },
  clear: 'Töm',
  startingConnects: 'Anslutningen till Nets öppnas.',
  startingAfterUnclear: 'Först kontrolleras hur den föregående betalningen på terminalen {{terminal}} slutade. Det tar högst 10 s.',
  startingAfterDecline:
    'Den föregående betalningen på terminalen {{terminal}} nekades nyss. Först kontrolleras att den inte ändå godkändes. Det tar högst 3 s.',
  startingAfterDeclineElsewhere:
    'En betalning som kan vara samma nekades nyss på en annan terminal. Först kontrolleras att den inte ändå godkändes där. Det tar högst 3 s.',
  startingThen:
    'Därefter skickas {{sum}}. Belopp, referens och betalningssätt kan inte ändras under tiden. Om du byter terminal skickas inget.',
  startingThenBack: 'Därefter återbetalas {{sum}}.',
} satisfies Texts<'sale'>;

export const manual = {
  intro: 'Registrera här en betalning som gästen redan har gjort med kort på något annat sätt. Programmet debiterar inte kortet.',
  lastFour: 'Kortets fyra sista siffror',
  receipt: 'Kontrollnummer eller kvittonummer',
  reason: 'Orsak',
  reasonHint: 'Till exempel: terminalen var inte ansluten.',
  record: 'Registrera betalningen',
  recordSum: 'Registrera betalningen {{sum}}',
  confirmTitle: 'Registrera {{sum}} ändå?',
  confirmWhat: 'Referens: {{reference}}',
  confirmNo: 'Registrera inte',
  confirmYes: 'Registrera {{sum}} ändå',
  openUnclear: 'Öppna den oklara betalningen',
  insteadOf:
    'Utred först den oklara betalningen. Om du ändå registrerar, kopplas registreringen till den så att samma debitering inte räknas två gånger.',
  lastFourProblems: {
    empty: 'Skriv kortets fyra sista siffror.',
    'not-four-digits': 'Skriv exakt fyra siffror. De finns på kvittot.',
  },
  receiptProblems: {
    empty: 'Skriv kontrollnumret eller kvittonumret.',
    'too-long': 'Numret är för långt. Högst 40 tecken.',
    'control-characters': 'Numret innehåller osynliga tecken. Skriv det på nytt.',
    'card-number': 'Det här är ett kortnummer. Skriv bara kontrollnumret eller kvittonumret.',
  },
  reasonProblems: {
    empty: 'Skriv varför betalningen registreras manuellt.',
    'too-long': 'Orsaken är för lång. Högst 300 tecken.',
    'control-characters': 'Orsaken innehåller osynliga tecken. Skriv den på nytt.',
    'card-number': 'Texten innehåller ett kortnummer. Ta bort det: kortnummer får inte sparas.',
  },
} satisfies Texts<'manual'>;

export const selling = {
  title: {
    'not-configured': 'Kortbetalningar har inte tagits i bruk',
    'manual-only': 'Här registreras betalningar manuellt',
    'settings-damaged': 'Inställningarna kan inte läsas',
    'secrets-missing': 'Inloggningsuppgifter för Nets saknas för det här användarkontot',
    'journal-damaged': 'Lagringen av betalningar är skadad',
    'journal-newer': 'Betalningarna är sparade med ett nyare program',
    'journal-unreadable': 'Betalningarna kan inte läsas från disken',
    'journal-in-use': 'Betalprogrammet är redan öppet',
    'disk-full': 'Disken är full',
    'answer-unwritten': 'Den senaste betalningen sparades inte',
  },
  text: {
    'not-configured': 'Be Willbas support om en konfigurationsfil. Du kan registrera betalningar manuellt under tiden.',
    'manual-only': 'Ingen anslutning till Nets är inställd här, så kort kan inte debiteras. Välj Manuell betalning.',
    'settings-damaged':
      'Inställningsfilen är skadad, eller så använder ett annat program den just nu. Betalningarna är sparade separat och berörs inte av felet. Försök igen, läs in konfigurationsfilen eller ring supporten. Du kan registrera betalningar manuellt under tiden.',
    'secrets-missing':
      'Varje användarkonto har egna inloggningsuppgifter, och det här kontot har inga, eller så kunde datorn inte bevara dem sedan förra starten. Be supporten om en konfigurationsfil. Du kan registrera betalningar manuellt under tiden.',
    'journal-damaged':
      'Den skadade filen är undanlagd i sin helhet. Betalningar kan inte påbörjas förrän supporten har reparerat lagringen.',
    'journal-newer': 'Uppdatera det här programmet till den senaste versionen. En äldre version kunde blanda ihop betalningarna.',
    'journal-unreadable':
      'Betalningar kan inte påbörjas förrän lagringen fungerar. Ett annat program, till exempel en säkerhetskopiering, kan använda filen en stund. Försök igen eller ring supporten.',
    'journal-in-use':
      'Ett annat användarkonto har lämnat programmet öppet på den här datorn. Stäng det där och tryck sedan på Fortsätt här.',
    'disk-full': 'Frigör minst 20 megabyte utrymme. Betalningar påbörjas inte om de inte kan sparas.',
    'answer-unwritten': 'Skriv upp uppgifterna på papper och ring supporten. Nya betalningar påbörjas inte förrän lagringen fungerar.',
  },
  goOnHere: 'Fortsätt här',
  tryAgain: 'Försök igen',
  openBy: 'Användarkontot {{name}} har lämnat programmet öppet på den här datorn. Stäng det där och tryck sedan på Fortsätt här.',
} satisfies Texts<'selling'>;
