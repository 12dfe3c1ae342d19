import { toDecimalString } from '../../shared/money.ts';
import { failure, json, type Reply, resultReply, terminalBusy } from './reply.ts';
import { TERMINAL_TIMES } from './scenario.ts';
import { paperOf, recordOf, remember, type TerminalParts } from './terminal-memory.ts';

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
  const { terminal, scenario, memory, ledger, timers, clock } = parts;
  const voided = new Set<object>();

  const isBusy = (): boolean => scenario.kind === 'occupied' || memory.occupied;

  function occupyFor(trueMs: number, finish: () => Reply): Promise<Reply> {
    memory.occupied = true;
    return new Promise((resolve) => {
      timers.after(trueMs, () => {
        memory.occupied = false;
        resolve(finish());
      });
    });
  }

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

    voidLast(amount) {
      const { last } = memory;
      const sequence = ledger.received({ kind: 'void', terminalId: terminal.terminalId, orderId: null, amount }, clock());
      if (isBusy() || memory.settling) {
        ledger.notCharged(sequence, 'busy', clock());
        return Promise.resolve(terminalBusy(terminal.dialect));
      }
      if (last === null || last.kind === 'void' || last.outcome.result !== 0 || voided.has(last)) {
        ledger.notCharged(sequence, 'nothing-to-void', clock());
        return Promise.resolve(failure(400, { error: 'No transaction to void' }));
      }
      if (last.outcome.totalMinor !== amount) {
        ledger.notCharged(sequence, 'other-amount', clock());
        return Promise.resolve(failure(400, { error: 'Amount differs from the last transaction' }));
      }
      return occupyFor(TERMINAL_TIMES.voidMs, () => {
        const outcome = { ...last.outcome, stan: parts.nextStan(), endedAt: clock() };
        const { totalMinor: chargedMinor, tipMinor, surchargeMinor, stan } = outcome;
        voided.add(last);
        ledger.charged(sequence, { chargedMinor, tipMinor, surchargeMinor, stan, voids: last.sequence }, clock());
        // Without orderId: a void with the sale's orderId would look like proof of the sale.
        remember(parts, { kind: 'void', outcome, orderId: null, sequence });
        return resultReply(200, recordOf(parts, outcome), paperOf(parts, 'void', outcome), terminal.dialect, null);
      });
    },

    reconcile() {
      if (isBusy()) return Promise.resolve(terminalBusy(terminal.dialect));
      return occupyFor(TERMINAL_TIMES.serviceMs, () => {
        const { sessionNumber, sessionTotalMinor } = memory;
        memory.sessionNumber += 1;
        memory.sessionTotalMinor = 0;
        const header = { timestamp: new Date(clock()).toISOString(), sessionNumber };
        const text = `TÄSMÄYTYS ${sessionNumber}\r\nYHTEENSÄ EUR ${toDecimalString(sessionTotalMinor, 'EUR')}\r\nHARJOITTELU`;
        return json(200, { result: { reconciliation: { header, printText: { Text: text } } } });
      });
    },

    maintain(action) {
      if (isBusy()) return Promise.resolve(terminalBusy(terminal.dialect));
      return occupyFor(TERMINAL_TIMES.serviceMs, () => {
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
