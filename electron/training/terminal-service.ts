import { toDecimalString } from '../../shared/money.ts';
import { failure, json, type Reply, terminalBusy } from './reply.ts';
import { TERMINAL_TIMES } from './scenario.ts';
import { isBusy, occupyFor, paperOf, recordOf, type TerminalParts } from './terminal-memory.ts';
import { createVoidLast } from './void-last.ts';

/** Everything at a terminal that is not a payment: lookup, void, session close and settings. */
export interface TerminalService {
  /** The latest transaction at this terminal, whoever started it. While one is running it returns the one before. */
  latest(): Reply;
  /** Voids the last transaction, whoever made it. @param amount minor units; must be what was charged. */
  voidLast(amount: number): Promise<Reply>;
  /** Closes the session for every desk. */
  reconcile(): Promise<Reply>;
  /** balanceInquiry, downloadDataset, downloadSoftware: they only take some time and succeed. */
  maintain(action: string): Promise<Reply>;
  settings(): Reply;
  changeSettings(change: Readonly<Record<string, unknown>>): Reply;
}

export function createTerminalService(parts: TerminalParts): TerminalService {
  const { terminal, memory, clock } = parts;
  const currentSettings = () => ({ terminalId: terminal.terminalId, printerWidth: memory.printerWidth, language: terminal.language });

  return {
    latest() {
      const { shown } = memory;
      if (shown === null) return json(200, { result: {} });
      const { outcome, orderId, kind } = shown;
      const text = paperOf(parts, kind, outcome).merchantReceipt ?? '';
      return json(200, {
        result: {
          latestTransactionResult: recordOf(parts, outcome),
          ...(orderId === null ? {} : { orderId }),
          printText: { Text: text },
        },
      });
    },

    voidLast: createVoidLast(parts),

    reconcile() {
      if (isBusy(parts)) return Promise.resolve(terminalBusy(terminal.dialect));
      return occupyFor(parts, TERMINAL_TIMES.serviceMs, () => {
        const { sessionNumber, sessionTotalMinor } = memory;
        memory.sessionNumber += 1;
        memory.sessionTotalMinor = 0;
        memory.reconciled = memory.last;
        const header = { timestamp: new Date(clock()).toISOString(), sessionNumber };
        const text = `TÄSMÄYTYS ${sessionNumber}\r\nYHTEENSÄ EUR ${toDecimalString(sessionTotalMinor, 'EUR')}\r\nHARJOITTELU`;
        return json(200, { result: { reconciliation: { header, printText: { Text: text } } } });
      });
    },

    maintain(action) {
      if (isBusy(parts)) return Promise.resolve(terminalBusy(terminal.dialect));
      return occupyFor(parts, TERMINAL_TIMES.serviceMs, () => {
        const localModeEventArgs = { Result: terminal.dialect === 'typed' ? 1 : '1', TerminalID: terminal.terminalId };
        return json(200, { result: [{ action, localModeEventArgs }] });
      });
    },

    settings: () => json(200, currentSettings()),

    changeSettings(change) {
      const width = change['printerWidth'];
      if (typeof width !== 'number' || !Number.isInteger(width) || !(width === 0 || (width >= 24 && width <= 48))) {
        return failure(400, { error: 'Invalid settings' });
      }
      memory.printerWidth = width;
      return json(200, currentSettings());
    },
  };
}
