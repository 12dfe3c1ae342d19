import { describe, expect, it } from 'vitest';
import { proves, technicalLine, weightOf } from '../../../renderer/payment/evidence-texts.ts';
import { clockWithSecondsText } from '../../../renderer/time/clock-text.ts';
import { hintSchema } from '../../../shared/payment.ts';
import { evidenceKinds, verdicts } from '../../../shared/payment-evidence.ts';
import { wire } from '../../support/renderer-harness/sample-evidence.ts';

const plain = (text: string | null): string | undefined => text?.replace(/[\u00a0\u202f]/g, ' ');

describe('what a row of evidence says', () => {
  it('is said for every kind, every verdict and every reason', () => {
    for (const kind of evidenceKinds) {
      for (const verdict of [...verdicts, null]) expect(proves({ kind, verdict, why: null })).toMatch(/^\p{Lu}.*\.$/u);
    }
    for (const why of hintSchema.shape.why.options) {
      expect(proves({ kind: 'looked-up', verdict: 'no-proof', why })).toMatch(/^Ei kelvannut todisteeksi\. \p{Lu}/u);
    }
  });

  it('never calls silence, a wish or a person’s word a proof', () => {
    expect(verdicts.filter((verdict) => weightOf({ verdict }) === 'proof')).toEqual(['approved', 'rejected', 'refused']);
    for (const kind of evidenceKinds) {
      expect(weightOf({ verdict: null })).toBe('nothing');
      expect(proves({ kind, verdict: null, why: null })).not.toMatch(/^Todistaa/);
    }
  });
});

describe('the technical line', () => {
  it('says what was seen on the wire, in order', () => {
    const record = { result: 0, orderId: 'W-1', totalMinor: 4_200, stan: '000123', timeStamp: '20261123094231', last4: '4242' };
    expect(plain(technicalLine({ ...wire, ...record }, 'EUR', 'Europe/Helsinki'))).toBe(
      'HTTP 200 · 812 ms · 1204 tavua · SHA-256 b94d27b9934d · Result 0 · 42,00 € · tilausnumero W-1 · STAN 000123 · Netsin kello 23.11.2026 9.42.31 · ····4242',
    );
  });

  it('leaves out what is not known', () => {
    const lost = { ...wire, status: null, bodySha256: null, bodyBytes: 0, transport: 'ECONNRESET' };
    expect(technicalLine(lost, 'EUR', 'Europe/Helsinki')).toBe('812 ms · 0 tavua · yhteys: ECONNRESET');
    expect(technicalLine(null, 'EUR', 'Europe/Helsinki')).toBeNull();
  });
});

it('tells the second, in the property’s zone', () => {
  expect(clockWithSecondsText('2026-11-23T07:41:07.000Z', 'Europe/Helsinki', 'fi')).toBe('9.41.07');
});
