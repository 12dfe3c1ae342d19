import { describe, expect, test } from 'vitest';
import { meaningOfFailure, meaningOfReasons } from '../../../electron/nets/refusal-texts.ts';

const meaning = (failureText: string, errorCode: string | null = null) => meaningOfFailure({ failureText, errorCode });

describe('texts that prove that nothing was started', () => {
  test.each([
    'terminal busy',
    'Terminal busy',
    'TERMINAL BUSY.',
    'Terminal is busy with another payment',
    'The terminal is currently busy',
    'busy',
    'Päätelaite varattu',
    'PÄÄTE ON VARATTU',
    'Maksupääte varattu',
    'Terminalen är upptagen',
    'Terminal upptagen',
    'Betalterminalen er opptatt',
    'Terminalen er optaget',
    'Upptagen',
  ])('%s: busy', (text) => {
    expect(meaning(text)).toBe('busy');
  });

  test.each([
    'Approved but terminal busy printing',
    'Transaction failed: terminal is currently busy',
    'Maksu veloitettiin, pääte varattu tulostukseen',
  ])('%s: busy in the middle of a sentence proves nothing', (text) => {
    expect(meaning(text)).toBeNull();
  });

  test.each([
    'Host busy',
    'Issuer busy, try again',
    'Line busy',
    'Business error',
    'busybox',
    'Bank is busy',
    'Server too busy',
    'Kausi varattu ravintola',
  ])('%s may be said in the middle of a transaction: unknown', (text) => {
    expect(meaning(text)).toBeNull();
  });

  test.each([
    '8013 Invalid terminal ID or terminal not connected',
    'Invalid terminal ID or terminal not connected',
    'Terminal not connected',
    'Pääte ei ole yhteydessä',
    'Terminalen är inte ansluten',
    'Terminalen er ikke tilkoblet',
  ])('%s: not connected', (text) => {
    expect(meaning(text, text.startsWith('8013') ? '8013' : null)).toBe('not-connected');
  });

  test('code 8013 says so whatever its text is', () => {
    expect(meaning('', '8013')).toBe('not-connected');
    expect(meaning('ukjent feil', '8013')).toBe('not-connected');
  });

  test('a code that is not listed is not overruled by its text', () => {
    for (const code of ['9000', '9001', '9100', '7102']) expect(meaning('terminal busy', code)).toBeNull();
  });

  test('a connection that was lost proves nothing', () => {
    for (const text of ['Connection lost', '9000 connection lost', 'Lost connection, terminal not connected any more', '']) {
      expect(meaning(text)).toBeNull();
    }
  });

  test('an essay is no answer, and does not hold up the reader', () => {
    expect(meaning(`${'terminal '.repeat(200_000)}busy`)).toBeNull();
  });
});

describe('texts that tell why Result is 2', () => {
  test.each([
    'Transaction cancelled',
    'Cancelled by user',
    'CANCELED',
    'Tapahtuma peruutettu',
    'KESKEYTETTY',
    'Köpet avbrutet',
    'Transaktionen avbruten',
    'Avbrutt av kunde',
    'Annullert',
    'Transaktion afbrudt',
    'Annulleret',
  ])('%s: cancelled', (text) => {
    expect(meaningOfReasons([text])).toBe('cancelled');
  });

  test.each([
    'Transaction timed out',
    'Timeout',
    'TIME-OUT',
    'Customer time out',
    'Aikakatkaisu',
    'Aikakatkaistu',
    'Tidsgränsen överskreds',
    'Tiden har gått ut',
    'Tidsavbrudd',
    'Tiden er utløpt',
    'Tidsudløb',
  ])('%s: timed out', (text) => {
    expect(meaningOfReasons([text])).toBe('timed-out');
  });

  test('cancelled because of a time-out is a time-out', () => {
    expect(meaningOfReasons(['Transaction cancelled: timeout'])).toBe('timed-out');
    expect(meaningOfReasons(['Tapahtuma peruutettu', 'Aikakatkaisu'])).toBe('timed-out');
  });

  test('a host’s time-out is not the guest’s', () => {
    expect(meaningOfReasons(['Host timeout', 'Issuer timed out'])).toBeNull();
  });

  test('other words say nothing', () => {
    expect(meaningOfReasons(['Declined', 'Hylätty', 'Kortti vanhentunut', '', 'Terminal busy'])).toBeNull();
    expect(meaningOfReasons([])).toBeNull();
  });
});
