import type { Texts } from '../catalogue.ts';

export const handover = {
  title: 'Skiftbyte',
  count_one: 'Förra skiftet lämnade {{count}} öppet ärende.',
  count_other: 'Förra skiftet lämnade {{count}} öppna ärenden.',
  look: 'Visa och ta över',
  later: 'Inte nu',
  text: 'Nu i kassan: {{name}}. Före dig: {{before}}. De här är öppna eller manuellt registrerade.',
  textFirst: 'Nu i kassan: {{name}}. De här var öppna eller manuellt registrerade före dig.',
  manual: 'Manuellt registrerad',
  take: 'Jag tar över',
  back: 'Tillbaka',
  gone: 'Allt är utrett. Det finns inget att ta över.',
  ofDay: 'Skiftbyten',
  took: '{{time}} {{by}} tog över efter {{from}}',
  tookFirst: '{{time}} {{by}} tog över',
} satisfies Texts<'handover'>;
