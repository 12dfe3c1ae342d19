import type { Texts } from '../catalogue.ts';

export const comfort = {
  title: 'Fönster och meddelanden',
  zoom: 'Storlek',
  percent: '{{zoom}} %',
  smaller: 'Gör allt mindre',
  larger: 'Gör allt större',
  usual: 'Vanlig storlek',
  zoomHint: 'På tangentbordet Ctrl och + eller −. Ctrl och 0 ger den vanliga storleken.',
  alwaysOnTop: 'Håll fönstret ovanpå andra program',
  sound: 'Ljud när en betalning är avgjord',
  hear: 'Lyssna',
  notification: 'Systemets meddelande när ett annat program ligger överst (resultat och belopp, inga uppgifter om gästen)',
  lock: 'Dölj skärmen när den inte används',
  noLock: 'Dölj aldrig',
  lockAfter_one: 'Efter {{count}} minut',
  lockAfter_other: 'Efter {{count}} minuter',
  lockHint:
    'När skärmen är dold syns inga belopp. Den döljs aldrig under en betalning. Inget lösenord behövs, och allt som skrivits finns kvar.',
} as const satisfies Texts<'comfort'>;
