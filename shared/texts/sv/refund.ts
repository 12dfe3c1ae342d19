import type { Texts } from '../catalogue.ts';

export const refund = {
  open: 'Återbetala',
  title: 'Återbetala till kort',
  text: 'Pengarna återbetalas till det kort som gästen visar vid terminalen {{terminal}}.',
  textOfCard:
    'Betalningen debiterades från kortet {{card}}. Be gästen visa samma kort vid terminalen {{terminal}}: pengarna går till det kort som visas.',
  left: 'Kan återbetalas: {{sum}}',
  amount: 'Belopp att återbetala',
  tooLarge: 'Högst {{sum}} kan återbetalas.',
  start: 'Återbetala {{sum}}',
  startAnyway: 'Återbetala {{sum}} ändå',
  noTerminal: 'Välj först en terminal i kassavyn.',
  row: 'Återbetalning',
  waitingTitle: 'Väntar på återbetalning',
  stoppingTitle: 'Återbetalningen avbryts',
  guest: 'Gästen: visa kortet som pengarna ska återbetalas till',
  guestOfCard: 'Gästen: visa kortet {{card}} vid terminalen',
  headings: {
    approved: 'Återbetalningen är genomförd',
    part: 'Delvis återbetald',
    differs: 'Återbetalt belopp avviker',
    late: 'Återbetalningen gick ändå igenom',
    'despite-cancel': 'För sent att avbryta: pengarna återbetalades',
    declined: 'Återbetalningen nekades',
    cancelled: 'Återbetalningen avbröts',
    'timed-out': 'Tiden för återbetalningen gick ut',
    'not-sent': 'Återbetalningen skickades inte',
    'not-latest': 'Återbetalningen skickades inte',
    unclear: 'Återbetalningens status är oklar',
    settled: 'Återbetalningen är manuellt utredd',
  },
  sums: { done: 'Återbetalt' },
  money: {
    done: '{{sum}} återbetalt till kortet.',
    otherCard: '{{sum}} återbetalades till kortet {{to}}. Betalningen debiterades från kortet {{from}}.',
    other: 'Återbetalt {{sum}} · begärt {{asked}}',
    not: 'Inget återbetalades till kortet.',
    maybe: 'Pengarna kan ha återbetalats.',
    settledDone: 'Enligt utredningen återbetalades {{sum}} till kortet.',
    settledNot: 'Enligt utredningen återbetalades inget till kortet.',
  },
  why: {
    declined: 'Banken eller terminalen godkände inte återbetalningen.',
    cancelled: 'Återbetalningen avbröts innan den gjordes.',
    'timed-out': 'Kortet visades inte inom 120 sekunder, så återbetalningen avbröts automatiskt.',
    timeoutEarly: 'Kortet visades inte i tid: terminalen slutade vänta av sig själv.',
  },
  next: 'Öppna den ursprungliga betalningen i listan och påbörja återbetalningen därifrån på nytt.',
  reversing:
    'Återbetalningen av den här betalningen pågår eller är oklar. Se återbetalningens rad i dagens lista innan du återbetalar mer.',
  unclear: {
    cause: 'Anslutningen bröts, eller så kunde svaret inte tolkas. Pengarna kan ha återbetalats.',
    overwritten:
      'En ny transaktion har redan gjorts på terminalen, så återbetalningen kan inte längre kontrolleras där. Pengarna kan ha återbetalats.',
    never: 'Återbetala inte på nytt förrän statusen har klarnat.',
    tellGuestText:
      'Anslutningen till terminalen bröts. Vi kontrollerar först om pengarna gick tillbaka, och återbetalar inte en gång till.',
  },
} satisfies Texts<'refund'>;
