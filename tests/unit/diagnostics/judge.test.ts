import { describe, expect, it } from 'vitest';
import {
  CLOCK_TOLERANCE_MS,
  judgeActive,
  judgeBackup,
  judgeClock,
  judgeConnected,
  judgeFree,
  judgeId,
  judgeLogin,
  judgeStrapi,
} from '../../../electron/diagnostics/judge.ts';
import { checkForPayment } from '../../../renderer/payment/check-for-payment.ts';
import { checkDetail, checkForStatus } from '../../../renderer/terminal/check-texts.ts';
import { checkNames } from '../../../shared/check-names.ts';
import { checkReasons } from '../../../shared/checks.ts';
import { failed, ok } from '../../../shared/result.ts';
import type { Terminal } from '../../../shared/terminal.ts';

const terminal: Terminal = { terminalId: '71000001', name: 'Päätelaite I', active: true, location: '', pointOfSale: null };

describe('a check', () => {
  it('of the terminal cannot be made without one, and says so', () => {
    for (const result of [judgeFree(null, false), judgeActive(null, null, null), judgeId(null, null, ok([])), judgeConnected(null, null)]) {
      expect(result).toMatchObject({ result: 'unknown', reason: 'no-terminal' });
    }
  });

  it('tells a payment of this PC that runs there', () => {
    expect(judgeFree(terminal, true)).toMatchObject({ result: 'failed', reason: 'payment-running' });
    expect(judgeFree(terminal, false)).toMatchObject({ result: 'ok' });
  });

  it('tells what the directory says, now and not when the terminal was chosen', () => {
    expect(judgeActive(terminal, null, ok([]))).toMatchObject({ reason: 'missing' });
    expect(judgeActive(terminal, { ...terminal, active: false }, ok([]))).toMatchObject({ reason: 'inactive' });
    expect(judgeActive(terminal, { ...terminal, fault: 'duplicate-id' }, ok([]))).toMatchObject({ reason: 'bad-record' });
    expect(judgeActive(terminal, terminal, ok([]))).toMatchObject({ result: 'ok' });
    expect(judgeActive(terminal, terminal, null)).toMatchObject({ result: 'ok' });
  });

  it('of an old list proves a terminal inactive and never active', () => {
    for (const error of ['unreachable', 'not-authorised', 'unreadable', 'secrets-missing'] as const) {
      expect(judgeActive(terminal, terminal, failed(error))).toMatchObject({ result: 'unknown' });
      expect(judgeActive(terminal, { ...terminal, active: false }, failed(error))).toMatchObject({ reason: 'inactive' });
    }
  });

  it('of the id says nothing where Nets did not say what it lists', () => {
    expect(judgeId(terminal, terminal, ok(['71000001']))).toMatchObject({ result: 'ok' });
    expect(judgeId(terminal, terminal, ok(['71000002']))).toMatchObject({ result: 'failed', reason: 'not-listed' });
    for (const error of ['unreachable', 'not-authorised', 'unreadable'] as const)
      expect(judgeId(terminal, terminal, failed(error))).toMatchObject({ result: 'unknown' });
  });

  it('of the id of a terminal that is gone speaks of no id: it may have been given another', () => {
    expect(judgeId(terminal, null, ok(['71000002']))).toMatchObject({ result: 'failed', reason: 'missing' });
  });

  it('of the connection is never green without a payment that had one', () => {
    expect(judgeConnected(terminal, null)).toMatchObject({ result: 'unknown' });
    expect(judgeConnected(terminal, { failed: 'not-connected' })).toMatchObject({ result: 'failed' });
    expect(judgeConnected(terminal, { failed: null })).toMatchObject({ result: 'ok' });
  });

  it.each(['unreachable', 'not-authorised', 'unreadable', 'secrets-missing'] as const)('of a service names what is wrong: %s', (error) => {
    expect(judgeLogin(failed(error))).toMatchObject({ result: 'failed', reason: error });
    expect(judgeStrapi(failed(error))).toMatchObject({ result: 'failed', reason: error });
  });

  it('of Strapi fails nobody who has none', () => {
    expect(judgeStrapi(null)).toMatchObject({ result: 'ok', reason: 'not-configured' });
  });

  it('of the clock allows two minutes either way', () => {
    for (const offset of [0, CLOCK_TOLERANCE_MS, -CLOCK_TOLERANCE_MS]) expect(judgeClock(ok([]), offset)).toMatchObject({ result: 'ok' });
    for (const offset of [CLOCK_TOLERANCE_MS + 1, -3_600_000])
      expect(judgeClock(ok([]), offset)).toMatchObject({ result: 'failed', reason: 'clock-off' });
    expect(judgeClock(ok([]), -3_600_000).minutes).toBe(60);
    expect(judgeClock(ok([]), null)).toMatchObject({ result: 'unknown' });
  });

  it('of the clock believes an answer of now alone: a refusal has the time in it, silence has an old one', () => {
    expect(judgeClock(failed('not-authorised'), -3_600_000)).toMatchObject({ reason: 'clock-off' });
    for (const error of ['unreachable', 'unreadable', 'not-configured', 'secrets-missing'] as const)
      expect(judgeClock(failed(error), 0)).toMatchObject({ result: 'unknown' });
  });
});

describe('a check of the backup', () => {
  const hours = (count: number): number => count * 3_600_000;

  it('is well for two days, and says why there is no newer one', () => {
    expect(judgeBackup({ ageMs: hours(48), trouble: null })).toMatchObject({ result: 'ok', reason: null });
    expect(judgeBackup({ ageMs: hours(48) + 1, trouble: null })).toMatchObject({ result: 'failed', reason: 'backup-old' });
    expect(judgeBackup({ ageMs: hours(47), trouble: 'disk-full' })).toMatchObject({ result: 'ok' });
    expect(judgeBackup({ ageMs: hours(49), trouble: 'disk-full' })).toMatchObject({ result: 'failed', reason: 'backup-failed' });
    expect(judgeBackup({ ageMs: null, trouble: 'not-whole' })).toMatchObject({ result: 'failed', reason: 'backup-failed' });
  });

  it('tells a folder that is gone at once, and never calls well what was never made', () => {
    expect(judgeBackup({ ageMs: hours(1), trouble: 'folder-gone' })).toMatchObject({ result: 'failed', reason: 'backup-folder-gone' });
    expect(judgeBackup({ ageMs: null, trouble: null })).toMatchObject({ result: 'unknown', reason: 'no-backup-yet' });
    expect(judgeBackup(null)).toMatchObject({ result: 'ok', reason: 'not-configured' });
  });
});

describe('the words of a check', () => {
  it('say something for every reason and every result, and never call what was not made well', () => {
    for (const check of checkNames) {
      for (const reason of [...checkReasons, null]) {
        for (const result of ['ok', 'failed', 'unknown'] as const)
          expect(checkDetail(check, { result, reason, minutes: 5 })).toMatch(/^\p{Lu}.*\.$/u);
      }
      expect(checkDetail(check, { result: 'unknown', reason: null, minutes: null })).not.toBe(
        checkDetail(check, { result: 'ok', reason: null, minutes: null }),
      );
    }
  });

  it('stand behind each error that a check can explain', () => {
    expect(checkForPayment({ state: 'refused', reason: 'busy' })).toBe('free');
    expect(checkForPayment({ state: 'refused', reason: 'inactive' })).toBe('active');
    expect(checkForPayment({ state: 'refused', reason: 'not-connected' })).toBe('connected');
    expect(checkForPayment({ state: 'refused', reason: 'unknown-terminal' })).toBe('id');
    for (const reason of ['not-authorised', 'not-sent', null]) expect(checkForPayment({ state: 'refused', reason })).toBe('login');
    expect(checkForPayment({ state: 'timed-out', reason: 'timeout' })).toBe('connected');
    expect(checkForPayment({ state: 'approved', reason: null })).toBeNull();
    expect(checkForStatus('unknown-id')).toBe('id');
  });
});
