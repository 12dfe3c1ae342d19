import { describe, expect, it } from 'vitest';
import { createIdleWatch } from '../../../renderer/frame/idle-watch.ts';

function desk(minutes: number) {
  const state = { minutes, may: true, covered: 0, now: 0 };
  let next: { at: number; fire: () => void } | null = null;
  const watch = createIdleWatch({
    minutes: () => state.minutes,
    mayCover: () => state.may,
    cover: () => {
      state.covered += 1;
    },
    now: () => state.now,
    after(ms, fire) {
      next = { at: state.now + ms, fire };
      return () => {
        next = null;
      };
    },
  });
  const pass = (seconds: number): void => {
    const end = state.now + seconds * 1_000;
    while (next !== null && next.at <= end) {
      state.now = next.at;
      next.fire();
    }
    state.now = end;
  };
  watch.start();
  return { state, watch, pass };
}

describe('the cover of an unattended screen', () => {
  it('comes after the minutes of the setting, and not before', () => {
    const { state, pass } = desk(2);
    pass(119);
    expect(state.covered).toBe(0);
    pass(1);
    expect(state.covered).toBe(1);
  });

  it('is put off by every touch', () => {
    const { state, watch, pass } = desk(2);
    for (let time = 0; time < 10; time += 1) {
      pass(100);
      watch.touched();
    }
    expect(state.covered).toBe(0);
    pass(120);
    expect(state.covered).toBe(1);
  });

  it('never comes while a payment is open, however long; afterwards the whole time passes first', () => {
    const { state, pass } = desk(2);
    state.may = false;
    pass(3_600);
    expect(state.covered).toBe(0);
    state.may = true;
    pass(110);
    expect(state.covered).toBe(0);
    pass(15);
    expect(state.covered).toBe(1);
  });

  it('never comes where it is off, and soon follows the setting', () => {
    const { state, watch, pass } = desk(0);
    pass(100_000);
    expect(state.covered).toBe(0);
    watch.touched();
    state.minutes = 5;
    pass(310);
    expect(state.covered).toBe(1);
  });

  it('does not come any more when the window goes', () => {
    const { state, watch, pass } = desk(2);
    watch.stop();
    pass(1_000);
    expect(state.covered).toBe(0);
  });
});
