import { describe, expect, it } from 'vitest';
import { createDeskChoices } from '../../../electron/storage/terminal-choice.ts';
import { must, newPath, openWell } from './journal-on-disk.ts';

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
