import type { CDPSession, Page } from '@playwright/test';

/** What a scanner may be set to send after a code. */
export const suffixes = ['Enter', 'NumpadEnter', 'CR LF', 'Ctrl+J', 'Ctrl+M', 'Tab'] as const;
export type Suffix = (typeof suffixes)[number];

type Stroke = {
  readonly code: string;
  readonly key: string;
  readonly keyCode: number;
  readonly text?: string;
  readonly modifiers?: number;
};

const CTRL = 2;
const SHIFT = 8;
const enter: Stroke = { code: 'Enter', key: 'Enter', keyCode: 13, text: '\r' };
const ctrl = (letter: string): Stroke => ({
  code: `Key${letter.toUpperCase()}`,
  key: letter,
  keyCode: letter.toUpperCase().charCodeAt(0),
  modifiers: CTRL,
});

const endings: Readonly<Record<Suffix, readonly Stroke[]>> = {
  Enter: [enter],
  NumpadEnter: [{ ...enter, code: 'NumpadEnter' }],
  'CR LF': [enter, enter],
  'Ctrl+J': [ctrl('j')],
  'Ctrl+M': [ctrl('m'), ctrl('j')],
  Tab: [{ code: 'Tab', key: 'Tab', keyCode: 9 }],
};

const named: Readonly<Record<string, readonly [code: string, keyCode: number]>> = {
  ' ': ['Space', 32],
  '-': ['Minus', 189],
  '.': ['Period', 190],
  ',': ['Comma', 188],
  '/': ['Slash', 191],
};

function strokeOf(text: string): Stroke {
  const upper = text.toUpperCase();
  if (/^[a-z]$/i.test(text)) {
    return { code: `Key${upper}`, key: text, keyCode: upper.charCodeAt(0), text, ...(text === upper ? { modifiers: SHIFT } : {}) };
  }
  if (/^\d$/.test(text)) return { code: `Digit${text}`, key: text, keyCode: text.charCodeAt(0), text };
  const [code, keyCode] = named[text] ?? ['', 0];
  return { code, key: text, keyCode, text };
}

/** The events of one key as a scanner sends them: Shift goes down for each capital and up again. */
function eventsOf(stroke: Stroke): ReadonlyArray<Stroke & { readonly type: 'keyDown' | 'keyUp' }> {
  const held: Stroke[] = [];
  if (stroke.modifiers === SHIFT) held.push({ code: 'ShiftLeft', key: 'Shift', keyCode: 16, modifiers: SHIFT });
  if (stroke.modifiers === CTRL) held.push({ code: 'ControlLeft', key: 'Control', keyCode: 17, modifiers: CTRL });
  const { text: _, ...silent } = stroke;
  return [
    ...held.map((modifier) => ({ ...modifier, type: 'keyDown' as const })),
    { ...stroke, type: 'keyDown' },
    { ...silent, type: 'keyUp' },
    ...held.map((modifier) => ({ ...modifier, modifiers: 0, type: 'keyUp' as const })),
  ];
}

export interface Scan {
  readonly text: string;
  readonly suffix?: Suffix;
  /** From one character to the next. */
  readonly gapMs?: number;
  /** Before the first character. */
  readonly pauseMs?: number;
}

/**
 * A scanner that types. Its events carry the times at which the system would have received them, and all are sent before the first is
 * answered, so the speed of this machine does not matter.
 */
export class HandScanner {
  readonly #page: Page;
  #session: Promise<CDPSession> | null = null;

  constructor(page: Page) {
    this.#page = page;
  }

  async scan(...scans: readonly Scan[]): Promise<void> {
    await this.#type(scans, (lasting) => Date.now() - lasting);
  }

  /** Many scans that begin now, each at its own time although all are sent at once. @returns when the last one ends, for the next row */
  async scanRow(scans: readonly Scan[], from: number): Promise<number> {
    return this.#type(scans, () => from);
  }

  async #type(scans: readonly Scan[], begin: (lastingMs: number) => number): Promise<number> {
    const strokes = scans.flatMap(({ text, suffix = 'Enter', gapMs = 12, pauseMs = 0 }) => [
      ...[...text].map((character, place) => ({ stroke: strokeOf(character), gapMs: place === 0 ? gapMs + pauseMs : gapMs })),
      ...endings[suffix].map((stroke) => ({ stroke, gapMs })),
    ]);
    let at = begin(strokes.reduce((sum, { gapMs }) => sum + gapMs, 0));
    const events = strokes.flatMap(({ stroke, gapMs }) => {
      at += gapMs;
      return eventsOf(stroke).map((event) => ({ ...event, at: at / 1000 }));
    });
    this.#session ??= this.#page.context().newCDPSession(this.#page);
    const session = await this.#session;
    await Promise.all(
      events.map(({ type, code, key, keyCode, text, modifiers = 0, at: timestamp }) =>
        session.send('Input.dispatchKeyEvent', {
          type,
          code,
          key,
          windowsVirtualKeyCode: keyCode,
          modifiers,
          timestamp,
          ...(text === undefined ? {} : { text, unmodifiedText: text }),
        }),
      ),
    );
    return at;
  }
}
