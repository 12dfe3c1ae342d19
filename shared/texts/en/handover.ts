import type { Texts } from '../catalogue.ts';

export const handover = {
  title: 'Change of shift',
  count_one: 'The previous shift left {{count}} item open.',
  count_other: 'The previous shift left {{count}} items open.',
  look: 'View and take over',
  later: 'Not now',
  text: 'Now at the desk: {{name}}. Before you: {{before}}. These are open or were recorded by hand.',
  textFirst: 'Now at the desk: {{name}}. These were open or recorded by hand before you.',
  manual: 'Recorded by hand',
  take: 'I’ll take over',
  back: 'Back',
  gone: 'Everything is resolved. There is nothing to take over.',
  ofDay: 'Changes of shift',
  took: '{{time}} {{by}} took over from {{from}}',
  tookFirst: '{{time}} {{by}} took over',
} satisfies Texts<'handover'>;
