import { describe, expect, test } from 'vitest';
import { ID, notAborted, saleRequest } from '../nets/set-up.ts';
import { inBetween, page } from './in-between.ts';

describe.each([200, 302, 401, 403, 404, 407, 451])('a page with status %i in Nets’ place', (status) => {
  test('is no look at the terminal, no refused log-in, and throws no token away', async () => {
    const { terminal, logins } = await inBetween({ answer: page(status) });
    expect((await terminal.lookup(ID)).outcome).toEqual({ kind: 'unreachable' });
    const list = await terminal.listTerminals();
    expect(list.ok ? list.value : list.error).toMatch(/^unreachable$|^unreadable$/);
    expect((await terminal.cancelAction(ID)).outcome).toBe('failed');
    expect(await terminal.clear()).toEqual({ ok: true, value: null });
    expect(logins()).toBe(1);
  });

  test('says nothing of a sale, and throws no token away', async () => {
    const { terminal, logins } = await inBetween({ answer: page(status) });
    const { outcome } = await terminal.sale(saleRequest, { onWritten: () => undefined, signal: notAborted() });
    expect(outcome).toEqual({ kind: 'unknown', cause: 'unreadable' });
    await terminal.clear();
    expect(logins()).toBe(1);
  });

  test('at the log-in is no refusal', async () => {
    const { terminal } = await inBetween({ answer: page(status), login: page(status) });
    expect((await terminal.lookup(ID)).outcome).toEqual({ kind: 'unreachable' });
    const list = await terminal.listTerminals();
    expect(list.ok ? list.value : list.error).toMatch(/^unreachable$|^unreadable$/);
    expect(await terminal.clear()).toEqual({ ok: false, error: 'not-sent' });
  });
});
