import type { LookupAnswer, SaleOutcome } from '../../../electron/payments/core/outcome.ts';
import type { CardTerminal } from '../../../electron/payments/ports.ts';
import { describeCardTerminal } from '../../support/contracts/card-terminal-contract.ts';
import {
  approved,
  blankRecord,
  createFakeCardTerminal,
  hostSaidNo,
  lost,
  proofFor,
  refused,
  rejectedAs,
} from '../../support/fakes/fake-card-terminal.ts';
import { createFakeClock } from '../../support/fakes/fake-clock.ts';

type Ending = 'approved' | 'declined' | 'lost' | 'waits';
const rejection: LookupAnswer = { kind: 'record', record: { ...blankRecord, result: 2, totalMinor: 0 } };

describeCardTerminal('that tests play', () => {
  const clock = createFakeClock();
  const fake = createFakeCardTerminal(clock);
  let next: Ending = 'approved';
  let shows: LookupAnswer = { kind: 'no-transaction' };
  let nets: 'there' | 'refusing' | 'gone' = 'there';

  const ending: Record<Ending, SaleOutcome | null> = { approved: approved(1250), declined: hostSaidNo, lost, waits: null };
  const terminal: CardTerminal = {
    clear() {
      if (nets !== 'there') fake.script.clear.push({ ok: false, error: nets === 'gone' ? 'not-sent' : 'not-authorised' });
      return fake.clear();
    },
    sale(request, options) {
      fake.writesAtOnce = nets === 'there';
      const over = fake.sale(request, options);
      if (nets === 'gone') fake.sales.at(-1)?.answer(refused('not-sent'));
      return over;
    },
    void: fake.void,
    cancelAction(terminalId) {
      fake.script.cancelAction.push(nets === 'there' ? 'delivered' : 'failed');
      if (nets === 'there') fake.sales.at(-1)?.answer(rejectedAs('cancelled'));
      return fake.cancelAction(terminalId);
    },
    lookup(terminalId) {
      fake.script.lookup.push(nets === 'there' ? shows : { kind: nets === 'gone' ? 'unreachable' : 'not-authorised' });
      return fake.lookup(terminalId);
    },
  };
  return {
    terminal,
    nextSale(what) {
      next = what;
    },
    async arrives() {
      await clock.settle();
      const sale = fake.sales.at(-1);
      const outcome = ending[next];
      if (sale === undefined || outcome === null) return;
      shows = next === 'declined' ? rejection : proofFor(sale.request.orderId, sale.request.amountMinor);
      sale.answer(outcome);
    },
    refuseLogin() {
      nets = 'refusing';
    },
    goAway() {
      nets = 'gone';
    },
    close: () => undefined,
  };
});
