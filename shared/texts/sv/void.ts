import type { Texts } from '../catalogue.ts';

export const voiding = {
  open: 'Makulera',
  title: 'Makulera betalningen',
  text: 'Betalningen {{sum}} makuleras i sin helhet på terminalen {{terminal}}. Gästens kort behövs inte.',
  race: 'Makuleringen gäller terminalens senaste transaktion. Programmet kontrollerar alldeles innan den skickas att det är den här betalningen. Om en annan kassa hinner ta betalt på samma terminal däremellan makuleras den betalningen: be de andra vänta en stund.',
  start: 'Makulera {{sum}}',
  row: 'Makulering',
  waitingTitle: 'Betalningen makuleras',
  stoppingTitle: 'Makuleringen avbryts',
  looking: 'Kontrollerar att betalningen fortfarande är terminalens senaste transaktion…',
  guest: 'Väntar på svar från terminalen',
  busyAgain: 'Terminalen är fortfarande upptagen. Ett nytt försök att makulera görs om en stund.',
  headings: {
    approved: 'Betalningen är makulerad',
    part: 'Delvis makulerad',
    differs: 'Makulerat belopp avviker',
    late: 'Makuleringen gick ändå igenom',
    'despite-cancel': 'För sent att avbryta: betalningen makulerades',
    declined: 'Makuleringen nekades',
    cancelled: 'Makuleringen avbröts',
    'timed-out': 'Tiden för makuleringen gick ut',
    'not-sent': 'Makuleringen skickades inte',
    'not-latest': 'Makulering är inte längre möjlig',
    unclear: 'Makuleringens status är oklar',
    settled: 'Makuleringen är manuellt utredd',
  },
  sums: { done: 'Makulerat' },
  money: {
    done: 'Debiteringen {{sum}} makulerades.',
    other: 'Makulerat {{sum}} · begärt {{asked}}',
    not: 'Betalningen makulerades inte: debiteringen gäller fortfarande.',
    maybe: 'Betalningen kan ha makulerats, eller så gäller debiteringen fortfarande.',
    settledDone: 'Enligt utredningen makulerades debiteringen {{sum}}.',
    settledNot: 'Enligt utredningen makulerades betalningen inte: debiteringen gäller.',
  },
  why: {
    declined: 'Terminalen eller banken godkände inte makuleringen.',
    cancelled: 'Makuleringen avbröts innan den skickades.',
    'timed-out': 'Terminalen gjorde inte makuleringen i tid.',
  },
  next: 'Öppna den ursprungliga betalningen i listan: du kan försöka igen eller återbetala pengarna till kortet.',
  unclear: {
    cause: 'Svaret på makuleringen gick förlorat eller kunde inte tolkas. Betalningen kan ha makulerats.',
    overwritten:
      'En ny transaktion har redan gjorts på terminalen, och makuleringen kan inte kontrolleras hos Nets. Betalningen kan ha makulerats.',
    never: 'Makulera eller återbetala inte på nytt förrän statusen har klarnat.',
    tellGuestText:
      'Anslutningen till terminalen bröts. Vi kontrollerar om debiteringen makulerades, och återbetalar pengarna om den fortfarande gäller.',
  },
  voidedUnclear: 'Makuleringen av den här betalningen är oklar. Se makuleringens rad i dagens lista.',
} satisfies Texts<'void'>;

export const signature = {
  title: 'Jämför underskriften med kortet',
  text: 'Gästen undertecknar terminalens kvitto. Kortet är redan debiterat: om underskriften inte stämmer makuleras betalningen.',
  accept: 'Underskriften stämmer',
  refuse: 'Underkänn och makulera',
  open_one: '{{count}} underskrift väntar',
  open_other: '{{count}} underskrifter väntar',
  accepted: 'Underskriften är godkänd.',
  refusedTitle: 'Underskriften godkändes inte',
  refusedText: 'Debiteringen gäller fortfarande. Makulera betalningen, så tas debiteringen bort från kortet.',
  refusedTooLate: 'Betalningen är fortfarande debiterad och kan inte längre makuleras. Återbetala pengarna till kortet.',
  refusedReversing:
    'Betalningen kan fortfarande vara debiterad: makuleringen eller återbetalningen av den pågår eller är oklar. Utred den först i dagens lista.',
  refusedElsewhere: 'Betalningen är fortfarande debiterad, och den här datorn kan inte ge tillbaka pengarna. Ring supporten.',
  letStand: 'Låt gälla',
  letStandTitle: 'Låt betalningen gälla',
  letStandText:
    'Underskriften godkändes inte, och {{sum}} är debiterat. Om debiteringen får gälla återbetalas inga pengar. Ditt namn, orsaken och tiden sparas för gott på betalningen.',
  letStandHint: 'Till exempel: gästen styrkte sin identitet med pass.',
  letStandDone: 'Underskriften godkändes inte, men betalningen fick gälla.',
  letStandWord: '{{by}}, {{time}}: ”{{reason}}”',
} satisfies Texts<'signature'>;
