import { type App, type BrowserWindow, dialog, powerMonitor } from 'electron';
import type { Closing } from '../../shared/ipc/closing.ts';
import { formatMoney, type Language } from '../../shared/money.ts';
import type { Program } from '../program/compose.ts';
import type { ProgramHost } from '../program/world.ts';
import { boxTexts } from './box-texts.ts';
import { createKeepAwake } from './keep-awake.ts';
import { bringToFront } from './window.ts';

/**
 * Every way in which a person ends the program (the window's cross, Alt+F4, quitting, a signal) closes the window, and here that is asked
 * about first. When the system's session ends nothing is asked: the journal has everything, so the program just ends.
 */
export function createClosingGuard(
  app: App,
  window: BrowserWindow,
  language: () => Language,
): { readonly host: ProgramHost; guard(program: Program): void } {
  let free = false;
  let guarded: Program | null = null;

  const leave = (): void => {
    free = true;
    // Done later: while Electron still handles the close event that was just prevented, it would think that it is quitting already.
    setImmediate(() => {
      // A page that hangs is not waited for: it holds nothing that could be lost.
      if (!window.isDestroyed()) window.destroy();
      app.quit();
    });
  };
  const host: ProgramHost = {
    leave,
    askElsewhere: (question) => void askInBox(window, question, language()).then((answer) => guarded?.execute('answerClosing', { answer })),
    keepAwake: createKeepAwake(),
  };

  return {
    host,
    guard(program) {
      guarded = program;
      window.on('close', (event) => {
        if (free) return;
        event.preventDefault();
        bringToFront(window);
        void program.requestClose();
      });
      window.on('session-end', leave);
      powerMonitor.on('shutdown', leave);
      powerMonitor.on('resume', () => void program.wake());
    },
  };
}

/** Asks in a system box, because a page that is gone or hangs cannot ask. */
async function askInBox(window: BrowserWindow, { phase, payments }: Closing, language: Language): Promise<'stay' | 'leave'> {
  const { closing: texts } = await boxTexts(language);
  const kind = payments[0]?.kind ?? 'sale';
  const ofPayment = texts[kind === 'manual' ? 'sale' : kind];
  const words = phase === 'unwritten' || phase === 'reconciling' ? texts[phase] : ofPayment;
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Willba POS',
    message: words.what,
    detail: [
      ...payments.map(
        ({ amountMinor, currency, terminalName }) => `${formatMoney(amountMinor, currency, language)} · ${terminalName ?? ''}`,
      ),
      words.may,
    ].join('\n'),
    buttons: [phase === 'unwritten' ? texts.keepOpen : texts.stay, words.leave],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1 ? 'leave' : 'stay';
}
