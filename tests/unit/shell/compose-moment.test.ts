import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createComposeMoment, PAGE_PATIENCE_MS } from '../../../electron/shell/compose-moment.ts';

function open() {
  const window = new EventEmitter();
  const moment = createComposeMoment(window as unknown as BrowserWindow);
  let come = 0;
  void moment.come.then(() => {
    come += 1;
  });
  return { asked: moment.asked, close: () => void window.emit('closed'), come: () => come };
}

describe('the program is composed', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('when its page asks for something, and not before', async () => {
    const start = open();
    await vi.advanceTimersByTimeAsync(PAGE_PATIENCE_MS - 1);
    expect(start.come()).toBe(0);
    start.asked();
    await vi.advanceTimersByTimeAsync(0);
    expect(start.come()).toBe(1);
  });

  it('by itself where the page says nothing: what was left open is looked up all the same', async () => {
    const start = open();
    await vi.advanceTimersByTimeAsync(PAGE_PATIENCE_MS);
    expect(start.come()).toBe(1);
    expect(PAGE_PATIENCE_MS).toBeLessThanOrEqual(2_000);
  });

  it('once, however often the page asks', async () => {
    const start = open();
    for (let time = 0; time < 3; time += 1) start.asked();
    await vi.advanceTimersByTimeAsync(PAGE_PATIENCE_MS);
    start.asked();
    await vi.advanceTimersByTimeAsync(PAGE_PATIENCE_MS);
    expect(start.come()).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('never where the window was closed before', async () => {
    const start = open();
    start.close();
    await vi.advanceTimersByTimeAsync(10 * PAGE_PATIENCE_MS);
    expect(start.come()).toBe(0);
  });
});
