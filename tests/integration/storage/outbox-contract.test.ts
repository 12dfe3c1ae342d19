import { openStorage } from '../../../electron/storage/open-storage.ts';
import { silentLog } from '../../../electron/support/log.ts';
import { outboxContract } from '../../support/contracts/outbox-contract.ts';
import { newFolder } from './journal-on-disk.ts';

outboxContract('the outbox of the storage', async () => {
  const storage = await openStorage(newFolder(), silentLog);
  storage.outboxes.willba.serve(true);
  return { journal: storage.journal, outbox: storage.outboxes.willba, close: storage.close };
});
