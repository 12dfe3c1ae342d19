import { outboxContract } from '../../support/contracts/outbox-contract.ts';
import { createMemoryJournal } from '../../support/fakes/memory-journal.ts';
import { createMemoryOutbox } from '../../support/fakes/memory-outbox.ts';

outboxContract('the outbox in memory', () => {
  const { keeping, outbox } = createMemoryOutbox();
  return { journal: keeping(createMemoryJournal()), outbox, close: () => undefined };
});
