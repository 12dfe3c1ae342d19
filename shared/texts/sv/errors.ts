import type { Texts } from '../catalogue.ts';

export const errors = {
  'invalid-request': 'Uppgifterna kunde inte läsas. Kontrollera fälten och försök igen.',
  internal: 'Ett fel uppstod i programmet. Om det upprepas, ring supporten och uppge supportkoden.',
  'not-configured': 'Kortbetalningar har ännu inte tagits i bruk på den här datorn. Be supporten om en konfigurationsfil.',
  'operator-missing': 'Välj först vem som är i kassan.',
  'terminal-missing': 'Terminalen finns inte längre i listan. Välj en annan terminal.',
  'terminal-held': 'Den här terminalen har fortfarande en öppen betalning. Vänta tills den är klar eller välj en annan terminal.',
  'desk-busy': 'Föregående betalning pågår fortfarande. Vänta tills den är klar.',
  'payment-unknown': 'Betalningen hittades inte. Starta om programmet. Om betalningen saknas även då, ring supporten.',
  'not-possible-now': 'Det här går inte att göra just nu. Vänta en stund och försök igen.',
  'press-too-old': 'Det har gått för lång tid sedan tryckningen, så inget skickades till terminalen. Tryck igen om gästen är på plats.',
  'terminal-changed': 'Terminalen byttes efter tryckningen, så inget skickades till terminalen. Kontrollera terminalen och tryck igen.',
  'form-changed':
    'Uppgifterna ändrades efter tryckningen, så inget skickades till terminalen. Kontrollera belopp och referens och tryck igen.',
  'lookup-too-soon': 'Statusen kontrollerades alldeles nyss. Vänta 10 sekunder före nästa kontroll.',
  'confirmation-needed': 'Bekräfta varningen före debiteringen.',
  'journal-unavailable': 'Betalningen kunde inte sparas på disken, så den påbörjades inte. Ring supporten.',
  'settings-unreadable': 'Inställningarna kan fortfarande inte läsas. Läs in konfigurationsfilen eller ring supporten.',
  'journal-unreadable': 'Betalningarna kan fortfarande inte läsas från disken. Vänta en stund och försök igen, eller ring supporten.',
  'history-unreadable':
    'Betalningarna kunde inte läsas in i listan. De är sparade, och inget har ändrats i dem. Försök igen. Om det inte hjälper, ring supporten.',
  'search-over': 'Listan har bytts. Sök på nytt.',
  'disk-full': 'Disken är full, så betalningen påbörjades inte. Frigör utrymme och försök igen.',
  'card-number-in-text': 'Texten innehåller ett kortnummer. Ta bort det: kortnummer får inte sparas.',
  'training-unavailable': 'Övningsläget kunde inte öppnas. Försök igen eller ring supporten.',
  'training-refused': 'Övningsläget kan inte öppnas medan en riktig betalning pågår.',
  'nets-host-mismatch':
    'Betalningen har gjorts i en annan Nets-miljö, så den kan inte kontrolleras, återbetalas eller makuleras med de här inställningarna. Ring supporten.',
  'not-refundable': 'Den här betalningen kan inte återbetalas: den har inte debiterats på den här datorn.',
  'login-in-use':
    'Nets inloggningsuppgifter eller adress kan inte bytas medan en betalnings status är öppen eller oklar. Utred betalningen först: den kan bara kontrolleras med samma inloggning.',
  'open-elsewhere': 'Ett annat användarkonto har fortfarande programmet öppet på den här datorn. Stäng programmet där och försök igen.',
  'bad-address': 'Adressen är ogiltig. Den ska börja med https:// och får inte innehålla inloggningsuppgifter.',
  'secret-needed': 'Skriv också lösenordet eller token: inget är sparat, eller så är det sparat för en annan adress eller användare.',
  'terminals-needed':
    'Strapi kan inte utelämnas: konfigurationsfilen innehöll inga terminaler, så listan skulle bli tom. Läs in en fil som innehåller dem.',
  'not-voidable':
    'Betalningen kan inte längre makuleras: något annat eller en Nets-avstämning har gjorts på terminalen, eller så är betalningen återbetald eller gjord en tidigare dag. Använd återbetalning.',
  'day-closed': 'Den här dagen är redan avslutad. Öppna den i listan över avslutade dagar.',
  'day-running': 'Dagen kan inte avslutas ännu: en betalning eller Nets-avstämning pågår. Vänta tills den är klar och tryck igen.',
  'day-verdict-missing': 'Dagen avslutades inte: välj för varje terminal om den stämmer, och skriv orsaken om den inte stämmer.',
  'day-open': 'Dagen avslutades inte: varje öppet ärende behöver en orsak och ett namn. Kontrollera listan och tryck igen.',
  'day-changed': 'Dagens siffror ändrades, så dagen avslutades inte. Kontrollera de nya siffrorna och tryck igen.',
  reconciling: 'En annan Nets-avstämning pågår. Vänta tills den är klar: den tar högst två minuter.',
  'terminal-reconciling':
    'Just nu görs en Nets-avstämning på terminalen, så inget skickades till den. Vänta högst två minuter eller välj en annan terminal.',
  'rest-too-large':
    'Mindre än så återstår av betalningen: resten är redan betald eller kanske betald, eller så är betalningen makulerad eller återbetald. Öppna betalningen i listan och se vad som återstår.',
  'request-used':
    'Den här betalningsbegäran från Willba är redan betald, kanske betald eller pågår. Inget skickades. Se betalningen i dagens lista.',
  'refund-too-large': 'Återbetalningen är större än det som återstår av betalningen. Kontrollera beloppet.',
  'printers-unavailable':
    'Skrivarna kunde inte läsas från systemet. Kontrollera att utskriftstjänsten är på och öppna inställningarna på nytt.',
  'no-printer':
    'Den här datorn har ingen skrivare, så inget skrevs ut. Betalningen är sparad. Lägg till en skrivare i systemets inställningar eller spara som PDF.',
  'printer-gone':
    'Den valda skrivaren finns inte längre på den här datorn, så inget skrevs ut. Betalningen är sparad. Välj en skrivare i inställningarna och skriv ut på nytt.',
  'print-refused':
    'Skrivaren eller dess kö tog inte emot utskriften, så inget skrevs ut. Betalningen är sparad. Kontrollera att skrivaren är på och att kön inte är stoppad, och skriv ut på nytt.',
  'print-failed':
    'Utskriften misslyckades, och inget skrevs ut. Betalningen är sparad. Kontrollera skrivaren och försök igen, eller spara som PDF.',
  'print-not-recorded':
    'Utskriften kunde inte antecknas på disken, så inget skrevs ut: annars kunde kvittot få två original. Betalningen är sparad. Frigör utrymme och försök igen, eller ring supporten.',
  'pdf-failed': 'PDF-filen kunde inte skapas, så inget sparades. Betalningen är sparad. Försök igen, eller skriv ut kvittot.',
  'file-exists': 'Det finns redan en fil med samma namn, så inget sparades. Spara på nytt med ett annat namn.',
  'file-foreign':
    'På den valda platsen finns en länk, en mapp eller ett annat användarkontos fil, så inget sparades. Spara på nytt med ett annat namn.',
  'file-disk-full': 'Disken är full, så filen sparades inte. Frigör utrymme eller välj en annan disk och spara på nytt.',
  'file-in-use': 'Filen är öppen i ett annat program, så den sparades inte. Stäng den där eller välj ett annat namn och spara på nytt.',
  'file-read-only': 'Det går inte att skriva till mappen eller filen, så inget sparades. Välj en annan mapp och spara på nytt.',
  'file-unwritable':
    'Filen kunde inte sparas: mappen finns inte, eller så är nätverksdisken frånkopplad. Välj en annan mapp och spara på nytt.',
} satisfies Texts<'errors'>;

export const warnings = {
  'same-reference-paid': 'Det har redan betalats med samma referens. Gästen har kanske betalat den här räkningen.',
  'same-reference-unclear': 'En tidigare betalning med samma referens har oklar status. Kortet kan redan ha debiterats.',
  'same-reference-elsewhere': 'En annan kassa har en betalning med samma referens. Gästen har kanske redan betalat.',
  'same-sum-just-charged': 'Samma belopp har nyss debiterats eller registrerats. Ska samma gäst debiteras en gång till?',
  'same-sum-unclear': 'En betalning med samma belopp har oklar status. Kortet kan redan ha debiterats i den betalningen.',
  'terminal-has-unclear':
    'Den här terminalen har en betalning med oklar status. En ny betalning döljer dess uppgifter, och statusen kan inte längre kontrolleras på terminalen.',
  'older-proven-paid':
    'Det bekräftades just att en tidigare oklar betalning har debiterats. Se den i dagens lista: gästen har kanske redan betalat.',
  'terminal-renamed': 'Den här datorns terminal har fått ett annat namn. Kontrollera att beloppet kommer till rätt terminal.',
  'payments-may-be-missing':
    'Betalningar kan saknas på den här datorn, också den här gästens. Kontrollera på terminalens kvitton att gästen inte redan har betalat.',
  'large-sum': 'Beloppet är större än vanligt. Kontrollera siffrorna och terminalen.',
} satisfies Texts<'warnings'>;

export const justCharged = {
  charged: '{{sum}} debiterades nyss kl. {{time}} på terminalen {{terminal}}. Är det här en annan gäst eller en annan räkning?',
  maybe: '{{sum}} kan ha debiterats kl. {{time}} på terminalen {{terminal}}. Är det här en annan gäst eller en annan räkning?',
  recorded: '{{sum}} registrerades nyss manuellt kl. {{time}}. Är det här en annan gäst eller en annan räkning?',
} satisfies Texts<'justCharged'>;

export const elsewhere = {
  charged: 'En annan kassa ({{where}}) har tagit betalt med samma referens: {{sum}}, {{time}}. Är det här en annan betalare?',
  recorded:
    'En annan kassa ({{where}}) har manuellt registrerat en betalning med samma referens: {{sum}}, {{time}}. Är det här en annan betalare?',
  running: 'I en annan kassa ({{where}}) pågår en betalning med samma referens: {{sum}}, {{time}}. Kortet kan debiteras där.',
  unclear: 'En annan kassa ({{where}}) har en betalning med samma referens och oklar status: {{sum}}, {{time}}. Kortet kan ha debiterats.',
  unnamed: 'namnet är inte känt',
  at: 'kl. {{time}}',
  others_one: 'Dessutom har andra kassor en betalning med samma referens.',
  others_other: 'Dessutom har andra kassor {{count}} betalningar med samma referens.',
} satisfies Texts<'elsewhere'>;
