import type { Texts } from '../catalogue.ts';

export const late = {
  sale: 'Kortet debiterades ändå',
  refund: 'Återbetalningen gick ändå igenom',
  void: 'Makuleringen gick ändå igenom',
  alsoByHand: 'även manuellt registrerat {{sum}}',
  show: 'Visa',
  showName: 'Visa {{what}}',
  afterThis: 'Du kan öppna den efter den här betalningen.',
  title: 'Bekräftades först när kassan redan hade gått vidare',
  keep: 'Om gästen inte har betalat på något annat sätt, tryck på Ny betalning: betalningen gäller.',
  reversed: 'återbetalt {{sum}}',
  reverse: 'Om gästen redan har betalat en gång till, ge tillbaka pengarna för den här betalningen: tryck på Återbetala.',
  reversing: 'Återbetalningen eller makuleringen pågår eller är oklar. Ge inte tillbaka pengarna en gång till.',
  support: 'Om gästen redan har betalat en gång till, ring supporten: pengarna kan inte återbetalas från den här datorn.',
  voidDone: 'Debiteringen är återtagen. Ge inte tillbaka pengarna en gång till.',
  refundDone: 'Pengarna har gått tillbaka till kortet. Återbetala dem inte på nytt.',
} satisfies Texts<'late'>;
