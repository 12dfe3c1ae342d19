import type { Texts } from '../catalogue.ts';

const reversing = 'Återbetalningen eller makuleringen pågår eller är oklar. Ge inte tillbaka pengarna en gång till.';

export const late = {
  sale: 'Kortet debiterades ändå',
  refund: 'Återbetalningen gick ändå igenom',
  void: 'Makuleringen gick ändå igenom',
  alsoByHand: 'även manuellt registrerat {{sum}}',
  show: 'Visa',
  showName: 'Visa {{what}}',
  afterThis: 'Du kan öppna den efter den här betalningen.',
  why: {
    late: 'Det bekräftades först när kassan redan hade gått vidare.',
    settled: 'Nets bekräftade debiteringen först efter utredningen.',
    'despite-cancel': 'Terminalen hann före begäran om att avbryta.',
  },
  keep: {
    late: 'Om gästen inte har betalat på något annat sätt, tryck på Ny betalning: betalningen gäller.',
    'despite-cancel': 'Om den här debiteringen ska vara gästens betalning, tryck på Ny betalning: betalningen gäller.',
  },
  reversed: 'återbetalt {{sum}}',
  giveBack: {
    late: {
      void: 'Om gästen redan har betalat en gång till, ge tillbaka pengarna för den här betalningen: tryck på Makulera.',
      refund: 'Om gästen redan har betalat en gång till, ge tillbaka pengarna för den här betalningen: tryck på Återbetala.',
      reversing,
      support: 'Om gästen redan har betalat en gång till, ring supporten: pengarna kan inte återbetalas från den här datorn.',
    },
    'despite-cancel': {
      void: 'Om det var meningen att betalningen skulle avbrytas, tryck på Makulera: debiteringen tas bort från kortet.',
      refund: 'Om det var meningen att betalningen skulle avbrytas, tryck på Återbetala: pengarna går tillbaka till kortet.',
      reversing,
      support: 'Om det var meningen att betalningen skulle avbrytas, ring supporten: pengarna kan inte återbetalas från den här datorn.',
    },
  },
  voidDone: 'Debiteringen är makulerad. Ge inte tillbaka pengarna en gång till.',
  refundDone: 'Pengarna har gått tillbaka till kortet. Återbetala dem inte på nytt.',
} satisfies Texts<'late'>;
