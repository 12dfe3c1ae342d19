import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afterFirstPaint, isFirstLoad } from '../../../renderer/time/first-paint.ts';

type Told = (list: { getEntries: () => { name: string; startTime: number }[] }) => void;
let tell: (name: string, startTime?: number) => void = () => undefined;
let observed: unknown[] = [];

class Observer {
  constructor(told: Told) {
    tell = (name, startTime = 100) => told({ getEntries: () => [{ name, startTime }] });
  }
  observe = (what: unknown): void => void observed.push(what);
  disconnect = (): void => undefined;
}

function wait() {
  let settled = false;
  void afterFirstPaint().then(() => {
    settled = true;
  });
  return async (ms: number): Promise<boolean> => {
    await vi.advanceTimersByTimeAsync(ms);
    return settled;
  };
}

describe('the page asks main for the first time', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('PerformanceObserver', Observer);
    observed = [];
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('a moment after a paint that shows something, also where that came before anybody watched', async () => {
    const isSettled = wait();
    expect(observed).toEqual([{ type: 'paint', buffered: true }]);
    tell('first-paint');
    expect(await isSettled(400)).toBe(false);
    tell('first-contentful-paint');
    expect(await isSettled(49)).toBe(false);
    expect(await isSettled(1)).toBe(true);
  });

  it.each([
    [100, 50],
    [200, 80],
    [300, 120],
    [2_000, 160],
  ])('the longer the slower the PC is: a paint after %i ms is given %i ms', async (paintedAt, moment) => {
    const isSettled = wait();
    tell('first-contentful-paint', paintedAt);
    expect(await isSettled(moment - 1)).toBe(false);
    expect(await isSettled(1)).toBe(true);
  });

  it('within half a second where nothing tells of a paint', async () => {
    const isSettled = wait();
    expect(await isSettled(499)).toBe(false);
    expect(await isSettled(1)).toBe(true);
  });

  it.each([
    ['first', true],
    ['again', false],
    ['__LOAD__', false],
    [null, false],
  ])('later only where it is the first page: %s', (content, first) => {
    const meta = content === null ? null : { getAttribute: () => content };
    vi.stubGlobal('document', { querySelector: () => meta });
    expect(isFirstLoad()).toBe(first);
  });
});
