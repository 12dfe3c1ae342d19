/** The tones of an outcome. `neutral`: nothing is wrong, and it is not a payment that came in. */
export type Tone = 'paid' | 'neutral' | 'failed' | 'unclear';

export type Shape =
  | 'check'
  | 'return'
  | 'record'
  | 'record-not'
  | 'part'
  | 'differs'
  | 'signature'
  | 'signature-refused'
  | 'late'
  | 'despite-cancel'
  | 'other-card'
  | 'return-unclear'
  | 'question'
  | 'running'
  | 'attention'
  | 'declined'
  | 'by-desk'
  | 'by-guest'
  | 'cancelled'
  | 'timed-out'
  | 'busy'
  | 'not-started';

/** What a mark shows: the look of one meaning, without its words. */
export type Sign = { readonly shape: Shape; readonly tone: Tone };

/** Signs of what is no payment: something is well, needs attention, or prevents something. */
export const signs = {
  well: { shape: 'check', tone: 'paid' },
  attention: { shape: 'attention', tone: 'unclear' },
  unknown: { shape: 'question', tone: 'unclear' },
  differs: { shape: 'differs', tone: 'unclear' },
  fault: { shape: 'not-started', tone: 'failed' },
} as const satisfies Record<string, Sign>;

type Drawing = { readonly outline: string; readonly glyph: string; readonly half?: string };

// One outline a family, so that the kind can be told from a distance and without colour. All in a box of 24 by 24.
const CIRCLE = 'M12 1a11 11 0 1 1 0 22 11 11 0 0 1 0-22z';
const SHEET = 'M5.6 1.6h8.8l5.2 5.2v14.4a1.2 1.2 0 0 1-1.2 1.2H5.6a1.2 1.2 0 0 1-1.2-1.2V2.8a1.2 1.2 0 0 1 1.2-1.2z';
const SQUARE = 'M6.5 1.5h11a5 5 0 0 1 5 5v11a5 5 0 0 1-5 5h-11a5 5 0 0 1-5-5v-11a5 5 0 0 1 5-5z';
const DIAMOND =
  'M13.8 1.7l8.5 8.5a2.6 2.6 0 0 1 0 3.6l-8.5 8.5a2.6 2.6 0 0 1-3.6 0l-8.5-8.5a2.6 2.6 0 0 1 0-3.6l8.5-8.5a2.6 2.6 0 0 1 3.6 0z';
const OCTAGON = 'M7.7 1.6h8.6l6.1 6.1v8.6l-6.1 6.1H7.7l-6.1-6.1V7.7z';
const HOURGLASS =
  'M4.6 1.6h14.8v3.6c0 3.1-3.4 4.9-4.9 6.8 1.5 1.9 4.9 3.7 4.9 6.8v3.6H4.6v-3.6c0-3.1 3.4-4.9 4.9-6.8-1.5-1.9-4.9-3.7-4.9-6.8z';
const HEXAGON = 'M6.7 2.4h10.6L22.8 12l-5.5 9.6H6.7L1.2 12z';
const TRIANGLE = 'M13.5 2.6l9 16.2a1.7 1.7 0 0 1-1.5 2.5H3a1.7 1.7 0 0 1-1.5-2.5l9-16.2a1.7 1.7 0 0 1 3 0z';

const RETURN = 'M9.6 6.6L6.2 10l3.4 3.4M6.6 10h7.2a3.6 3.6 0 0 1 0 7.2h-3';
const CROSS = 'M8.6 8.6l6.8 6.8M15.4 8.6l-6.8 6.8';

export const drawings: Readonly<Record<Shape, Drawing>> = {
  check: { outline: CIRCLE, glyph: 'M7 12.4l3.4 3.4L17 9.2' },
  return: { outline: CIRCLE, glyph: RETURN },
  record: { outline: SHEET, glyph: 'M8.4 8h3.2M8.4 12.4h7.2M8.4 16.8h7.2' },
  'record-not': { outline: SHEET, glyph: 'M8.8 10.4l6.4 6.4M15.2 10.4l-6.4 6.4' },
  part: { outline: SQUARE, glyph: '', half: 'M6.5 1.5H12v21H6.5a5 5 0 0 1-5-5v-11a5 5 0 0 1 5-5z' },
  differs: { outline: SQUARE, glyph: 'M6.8 9.6h10.4M6.8 14.4h10.4M14.6 6.2L9.4 17.8' },
  signature: {
    outline: SQUARE,
    glyph: 'M6 18.4h12M6.6 14.4c1.2-5 3.2-8.2 4.4-7.4 1.4 1-2 6.8-.6 7.2 1.2.3 1.8-2.8 3-2.8 1 0 .4 2.4 1.4 2.5.8 0 1.4-.5 2.4-1',
  },
  'signature-refused': { outline: SQUARE, glyph: 'M6 18.4h12M8.6 6.4l6.8 6.8M15.4 6.4l-6.8 6.8' },
  late: { outline: SQUARE, glyph: 'M12 5.4a6.6 6.6 0 1 1 0 13.2 6.6 6.6 0 0 1 0-13.2zM12 8.6V12l2.6 1.6' },
  'despite-cancel': { outline: SQUARE, glyph: 'M5.4 12.6l3.2 3.2L14 10M18 7v6.2M18 16.6v.1' },
  'other-card': { outline: SQUARE, glyph: 'M5 7.2h14v9.6H5zM5 10.6h14' },
  'return-unclear': { outline: SQUARE, glyph: RETURN },
  question: { outline: SQUARE, glyph: 'M9.2 9.6a2.8 2.8 0 1 1 4.3 2.4c-1 .65-1.5 1.1-1.5 2.1M12 16.9v.1' },
  running: { outline: SQUARE, glyph: 'M7 12v.1M12 12v.1M17 12v.1' },
  attention: { outline: SQUARE, glyph: 'M12 6.4v7M12 17.2v.1' },
  declined: { outline: DIAMOND, glyph: CROSS },
  'by-desk': { outline: OCTAGON, glyph: 'M7.4 12h9.2' },
  'by-guest': {
    outline: OCTAGON,
    glyph: 'M12 11.4a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2zM7.2 17.8c.5-2.7 2.4-4.2 4.8-4.2s4.3 1.5 4.8 4.2',
  },
  cancelled: { outline: OCTAGON, glyph: CROSS },
  'timed-out': { outline: HOURGLASS, glyph: 'M8.8 5.4h6.4M9.4 18.8h5.2' },
  busy: { outline: HEXAGON, glyph: 'M9.4 8.2v7.6M14.6 8.2v7.6' },
  'not-started': { outline: TRIANGLE, glyph: 'M12 8.6v5.4M12 17.4v.1' },
};
