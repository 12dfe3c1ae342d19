import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStorage } from '../../../electron/storage/open-storage.ts';
import { Database } from '../../../electron/storage/sqlite.ts';
import { createDeskChoices } from '../../../electron/storage/terminal-choice.ts';
import { silentLog } from '../../../electron/support/log.ts';
import { must, newPath, openJournal, openWell, rowOf, sale } from './journal-on-disk.ts';

const terminal = { terminalId: '71000001', name: 'Päätelaite I', active: true, location: 'Aula', pointOfSale: 'Vastaanotto' };

const FROM = 'https://cms.example';

describe('what this PC chose', () => {
  it('is nothing at first', async () => {
    const choices = createDeskChoices((await openWell(newPath())).database);
    expect([choices.terminal(), choices.directory(FROM), choices.netsListing(FROM), choices.login()]).toEqual([null, null, null, null]);
  });

  it('is remembered with its last known name over a restart, and may be chosen again', async () => {
    const path = newPath();
    const first = await openWell(path);
    const choices = createDeskChoices(first.database);
    must(choices.chooseTerminal(terminal));
    must(choices.chooseTerminal({ ...terminal, name: 'Päätelaite II' }));
    must(choices.keepDirectory(FROM, { terminals: [terminal], readAt: '2026-11-23T10:00:00.000Z' }));
    must(choices.keepNetsListing(FROM, { ids: ['71000001'], at: '2026-11-23T10:00:01.000Z' }));
    must(choices.keepLogin({ baseUrl: 'https://nets.example', username: 'hotel' }));
    first.database.close();

    const again = createDeskChoices((await openWell(path)).database);
    expect(again.terminal()).toEqual({ ...terminal, name: 'Päätelaite II' });
    expect(again.directory(FROM)?.terminals).toEqual([terminal]);
    expect(again.netsListing(FROM)).toMatchObject({ ids: ['71000001'], at: '2026-11-23T10:00:01.000Z' });
    expect(again.login()).toEqual({ baseUrl: 'https://nets.example', username: 'hotel' });
    // Another customer's Strapi, another log-in: what these said is not theirs.
    expect([again.directory('https://other.example'), again.netsListing('https://other.example')]).toEqual([null, null]);
  });

  it('that cannot be read is no choice', async () => {
    const { database } = await openWell(newPath());
    database.exec(`INSERT INTO desk VALUES ('terminal', '{"terminalId":7}'), ('login', '[]')`);
    const choices = createDeskChoices(database);
    expect([choices.terminal(), choices.login()]).toEqual([null, null]);
  });

  it('that cannot be written is said so', async () => {
    const { database } = await openWell(newPath());
    database.pragma('query_only = ON');
    expect(createDeskChoices(database).chooseTerminal(terminal)).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
  });
});

describe('late approvals that nobody has opened', () => {
  it('are kept one by one over a restart, the oldest payment first, without those that are not in the journal', async () => {
    const { path, database, journal } = await openJournal();
    const choices = createDeskChoices(database);
    expect(choices.lateApprovals()).toEqual([]);
    for (const id of ['z', 'a', 'm']) must(journal.create(sale({ id }), `attempt-${id}`, rowOf('started', { name: 'created' })));
    must(choices.chooseTerminal(terminal));
    for (const id of ['m', 'nobody', 'a', 'z', 'z']) must(choices.keepLateApproval(id));
    must(choices.forgetLateApproval('a'));
    must(choices.forgetLateApproval('a'));
    database.close();

    const again = createDeskChoices((await openWell(path)).database);
    expect(again.lateApprovals()).toEqual(['z', 'm']);
    expect(again.terminal()).toEqual(terminal);
  });

  it('that cannot be read, kept or forgotten are logged, and nothing else happens', async () => {
    const path = newPath();
    const complaints: string[] = [];
    const storage = await openStorage(dirname(path), { ...silentLog, error: (message) => void complaints.push(message) });
    const other = new Database(path);
    other.exec('DROP TABLE desk');
    other.close();
    expect([storage.lateApprovals.unseen(), storage.lateApprovals.keep('a')]).toEqual([[], false]);
    storage.lateApprovals.forget('a');
    expect(complaints).toEqual(Array.from({ length: 3 }, () => expect.stringContaining('paid after all')));
    expect(storage.problem()).toBeNull();
    storage.close();
  });
});
