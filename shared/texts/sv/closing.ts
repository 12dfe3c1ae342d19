import type { Texts } from '../catalogue.ts';

export const closing = {
  asking: {
    title: { sale: 'En betalning pågår', refund: 'En återbetalning pågår', void: 'En makulering pågår' },
    text: {
      sale: 'Kortet kan fortfarande debiteras. Om du stänger programmet ombeds terminalen först att avbryta betalningen.',
      refund:
        'Pengarna kan fortfarande återbetalas till kortet. Om du stänger programmet ombeds terminalen först att avbryta återbetalningen.',
      void: 'Betalningen kan fortfarande makuleras, och makuleringen kan inte längre avbrytas. Om du stänger programmet inväntas resultatet ännu en stund.',
    },
  },
  unwritten: {
    title: {
      sale: 'Betalningens resultat har inte sparats',
      refund: 'Återbetalningens resultat har inte sparats',
      void: 'Makuleringens resultat har inte sparats',
    },
    text: {
      sale: 'Det går inte att skriva till disken. Skriv upp betalningens resultat och STAN-nummer på papper innan du stänger: nästa start känner inte till dem.',
      refund:
        'Det går inte att skriva till disken. Skriv upp återbetalningens resultat och STAN-nummer på papper innan du stänger: nästa start känner inte till dem.',
      void: 'Det går inte att skriva till disken. Skriv upp makuleringens resultat och STAN-nummer på papper innan du stänger: nästa start känner inte till dem.',
    },
  },
  reconciling: {
    title: 'En Nets-avstämning pågår',
    text: 'Terminalens avstämning fortsätter även om du stänger programmet, men rapporten från Nets går inte längre att få. Avstämningen blir då obekräftad. Den tar högst två minuter.',
  },
  leaving: {
    title: { sale: 'Betalningen avbryts', refund: 'Återbetalningen avbryts', void: 'Väntar på makuleringen' },
    text: {
      sale: 'Väntar på svar från terminalen i högst 10 sekunder. Sedan stängs programmet.',
      refund: 'Väntar på svar från terminalen i högst 10 sekunder. Sedan stängs programmet.',
      void: 'Väntar på svar från terminalen i högst 10 sekunder. Sedan stängs programmet.',
    },
  },
  charged: {
    title: { sale: 'Kortet debiterades ändå', refund: 'Återbetalningen gick ändå igenom', void: 'Makuleringen är genomförd' },
    text: {
      sale: 'Kortet debiterades innan begäran om att avbryta hann fram. Debitera inte på nytt. Programmet stängs om en stund.',
      refund:
        'Pengarna återbetalades till kortet innan begäran om att avbryta hann fram. Återbetala inte på nytt. Programmet stängs om en stund.',
      void: 'Betalningen makulerades. Programmet stängs om en stund.',
    },
  },
  afterwards: 'Om svaret inte hinner komma kontrollerar nästa start hos Nets hur det gick.',
  triedAgain: 'Så länge programmet är öppet görs ett nytt försök att spara med några sekunders mellanrum.',
  stay: 'Fortsätt vänta',
  leave: { sale: 'Avbryt betalningen och stäng', refund: 'Avbryt återbetalningen och stäng', void: 'Stäng ändå' },
  leaveUnwritten: 'Stäng ändå',
  keepOpen: 'Stäng inte',
  closeNow: 'Stäng nu',
} satisfies Texts<'closing'>;
