import { describePaymentJournal } from '../../support/contracts/payment-journal-contract.ts';
import { createMemoryJournal } from '../../support/fakes/memory-journal.ts';

describePaymentJournal('in memory, which stands for the real one in the tests of money', () => {
  const journal = createMemoryJournal();
  return { journal, reopen: () => journal, close: () => undefined };
});
