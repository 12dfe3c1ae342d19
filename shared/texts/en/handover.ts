import type { Texts } from '../catalogue.ts';

export const handover = {
  title: 'Change of shift',
  count_one: 'The shift before left {{count}} thing open.',
  count_other: 'The shift before left {{count}} things open.',
  look: 'Look and take over',
  later: 'Not now',
  text: 'Now at the desk: {{name}}. Before you: {{before}}. These are open or were recorded by hand.',
  textFirst: 'Now at the desk: {{name}}. These were open or recorded by hand before you.',
  manual: 'Recorded by hand',
  take: 'I take over',
  back: 'Back',
  gone: 'Everything is clear. There is nothing to take over.',
  ofDay: 'Changes of shift',
  took: '{{time}} {{by}} took over (before: {{from}})',
  tookFirst: '{{time}} {{by}} took over',
} satisfies Texts<'handover'>;
