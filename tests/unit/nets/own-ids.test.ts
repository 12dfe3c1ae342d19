import { describe, expect, it } from 'vitest';
import { knowSecret } from '../../../electron/masking/secrets.ts';
import { readListedId, readOrderId, readTerminalId } from '../../../electron/nets/wire-values.ts';
import { systemIds } from '../../../electron/system/ids.ts';

// Words that stand in ids by chance: as a password, each would make an approval somebody else's.
for (const password of ['1000', 'test', '0001', 'wxyz', '8K3F2']) knowSecret(password);

describe('an id by which an approval is known', () => {
  it('is read as it came, whatever its letters and digits look like', () => {
    const different: string[] = [];
    for (let number = 0; number < 100_000; number += 1) {
      const id = systemIds.orderId();
      if (readOrderId({ orderId: id }) !== id) different.push(id);
    }
    expect(different).toEqual([]);
  });

  it.each(['1M8ET-40XXY-ZTWTT', '01JDX-8K3F2-9QW7B', '1M8ET-12XXX-XXXX1', '1M8ET-4111X-XXX11'])('is read as it came: %s', (id) => {
    expect(readOrderId({ orderId: id }, { OrderID: id })).toBe(id);
  });

  it.each(['71000001', '1000', '00001000'])('of a terminal is read as it came, also where a password stands in it: %s', (id) => {
    expect(readTerminalId({ TerminalID: id })).toBe(id === '1000' ? '····' + '·' : id);
    expect(readListedId(id)).toBe(id === '1000' ? null : id);
  });

  it('holds no card number and no secret all the same', () => {
    for (const wrong of ['4111111111111111', '37828-22463-10005', 'test', '541333******4444']) {
      expect(readOrderId({ orderId: wrong })).not.toBe(wrong);
    }
  });
});
