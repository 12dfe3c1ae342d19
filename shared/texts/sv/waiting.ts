import type { Texts } from '../catalogue.ts';

export const waiting = {
  title: 'Väntar på betalning',
  connecting: 'Ansluter till betalterminalen…',
  guest: 'Gästen: visa eller sätt in kortet',
  timer: 'Tid kvar',
  clock: '{{minutes}}:{{seconds}}',
  cancel: 'Avbryt',
  refresh: 'Uppdatera',
  cancelAsked: 'Avbrott begärt',
  cancelAskedText: 'Väntar på att terminalen bekräftar avbrottet.',
  deadlineText: '120 sekunder har gått: betalningen avbryts automatiskt. Väntar på terminalens bekräftelse.',
  cancelFailed: 'Begäran om avbrott kom inte fram. Tryck STOP på terminalen eller försök igen.',
  asking: 'Frågar Nets…',
  stillRunning: 'Betalningen pågår fortfarande',
  noAnswer: 'Nets svarade inte på frågan. Betalningen kan ändå pågå: titta på terminalens skärm.',
  expired: 'Väntar på svar från terminalen',
  silent: 'Terminalen svarar inte',
  silentText: 'Kortet kan ha debiterats. Debitera inte på nytt innan statusen är klar: titta på terminalens skärm.',
  soon: 'Betalningen avbryts automatiskt när tiden går ut.',
  goOn: 'Fortsätt med en annan gäst',
  reference: 'Referens {{reference}}',
} satisfies Texts<'waiting'>;
