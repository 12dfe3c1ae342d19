import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SaleOutcome } from '../../../electron/payments/core/outcome.ts';
import type { CardTerminal, SaleRequest } from '../../../electron/payments/ports.ts';

/** A card terminal, and control over what is behind it. */
export type TerminalUnderTest = {
  readonly terminal: CardTerminal;
  /** What the next sale comes to. `waits`: nothing, until it is asked to stop. */
  readonly nextSale: (what: 'approved' | 'declined' | 'lost' | 'waits') => void;
  /** Resolves when a sale has reached the terminal and the test may go on with it. */
  readonly arrives: () => Promise<void>;
  /** Nets refuses the log-in from now on. */
  readonly refuseLogin: () => void;
  /** Nets cannot be reached from now on. */
  readonly goAway: () => Promise<void> | void;
  readonly close: () => Promise<void> | void;
};

const request: SaleRequest = { kind: 'sale', terminalId: '71000001', amountMinor: 1250, orderId: 'WP-0001' };

/** What every `CardTerminal` must do: the fake one of the tests and the one that reaches Nets. */
export function describeCardTerminal(name: string, create: () => Promise<TerminalUnderTest> | TerminalUnderTest): void {
  describe(`the card terminal ${name}`, () => {
    let subject: TerminalUnderTest;
    beforeEach(async () => {
      subject = await create();
    });
    afterEach(() => subject.close());

    /** Sends a sale and notes, in order, when it was written and what came of it. */
    function sell(signal: AbortSignal = new AbortController().signal) {
      const heard: (SaleOutcome['kind'] | 'written')[] = [];
      const over = subject.terminal.sale(request, { onWritten: () => heard.push('written'), signal }).then(({ outcome, evidence }) => {
        heard.push(outcome.kind);
        expect(evidence).toMatchObject({ elapsedMs: expect.any(Number), bodyBytes: expect.any(Number) });
        return outcome;
      });
      return { heard, over };
    }

    it('has a token at hand when Nets can be reached', async () => {
      expect(await subject.terminal.clear()).toEqual({ ok: true, value: null });
    });

    it('tells a refused log-in from a Nets that cannot be reached, as values', async () => {
      subject.refuseLogin();
      expect(await subject.terminal.clear()).toEqual({ ok: false, error: 'not-authorised' });
      await subject.goAway();
      expect(await subject.terminal.clear()).toEqual({ ok: false, error: 'not-sent' });
    });

    it('says that a sale was written once, before it says what came of it: approved', async () => {
      subject.nextSale('approved');
      const { heard, over } = sell();
      await subject.arrives();
      expect(await over).toMatchObject({ kind: 'approved', approval: { chargedMinor: 1250, card: { last4: '1234' } } });
      expect(heard).toEqual(['written', 'approved']);
    });

    it('says what the bank said', async () => {
      subject.nextSale('declined');
      const { heard, over } = sell();
      await subject.arrives();
      expect(await over).toEqual({ kind: 'rejected', how: 'host', hostCode: '51' });
      expect(heard).toEqual(['written', 'rejected']);
    });

    it('knows nothing when the answer is lost', async () => {
      subject.nextSale('lost');
      const { heard, over } = sell();
      await subject.arrives();
      expect(await over).toEqual({ kind: 'unknown', cause: 'answer-lost' });
      expect(heard).toEqual(['written', 'unknown']);
    });

    it('knows nothing when nobody waits for the answer of a sale that was written', async () => {
      subject.nextSale('waits');
      const stop = new AbortController();
      const { heard, over } = sell(stop.signal);
      await subject.arrives();
      stop.abort();
      expect(await over).toEqual({ kind: 'unknown', cause: 'answer-lost' });
      expect(heard).toEqual(['written', 'unknown']);
    });

    it('was not sent when nobody waited for it from the start', async () => {
      const { heard, over } = sell(AbortSignal.abort());
      expect(await over).toEqual({ kind: 'refused', reason: 'not-sent' });
      expect(heard).toEqual(['refused']);
    });

    it('was not sent, and never says written, when Nets cannot be reached', async () => {
      await subject.goAway();
      const { heard, over } = sell();
      expect(await over).toEqual({ kind: 'refused', reason: 'not-sent' });
      expect(heard).toEqual(['refused']);
    });

    it('delivers the wish to cancel, and the sale’s own answer stays the verdict', async () => {
      subject.nextSale('waits');
      const { over } = sell();
      await subject.arrives();
      expect(await subject.terminal.cancelAction(request.terminalId)).toMatchObject({ outcome: 'delivered' });
      expect(await over).toMatchObject({ kind: 'rejected', how: 'cancelled' });
    });

    it('cannot deliver the wish to cancel when Nets cannot be reached, and does not throw', async () => {
      await subject.goAway();
      expect(await subject.terminal.cancelAction(request.terminalId)).toMatchObject({ outcome: 'failed' });
    });

    it('shows no transaction where there was none', async () => {
      expect((await subject.terminal.lookup(request.terminalId)).outcome).toEqual({ kind: 'no-transaction' });
    });

    it('shows our approved sale with our order id, also when its answer was lost', async () => {
      subject.nextSale('lost');
      const { over } = sell();
      await subject.arrives();
      await over;
      expect((await subject.terminal.lookup(request.terminalId)).outcome).toMatchObject({
        kind: 'record',
        record: { result: 0, totalMinor: 1250, orderId: 'WP-0001' },
      });
    });

    it('shows a rejection without saying whose it was', async () => {
      subject.nextSale('declined');
      const { over } = sell();
      await subject.arrives();
      await over;
      expect((await subject.terminal.lookup(request.terminalId)).outcome).toMatchObject({
        kind: 'record',
        record: { result: 2, orderId: null },
      });
    });

    it('says that nobody was reached, or that the log-in was refused, instead of guessing', async () => {
      subject.refuseLogin();
      expect((await subject.terminal.lookup(request.terminalId)).outcome).toEqual({ kind: 'not-authorised' });
      await subject.goAway();
      expect((await subject.terminal.lookup(request.terminalId)).outcome).toEqual({ kind: 'unreachable' });
    });
  });
}
