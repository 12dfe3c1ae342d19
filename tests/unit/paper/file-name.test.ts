import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameOf } from '../../../electron/paper/file-name.ts';

describe('the name of a file', () => {
  it.each([
    [['2026-11-28', 'R-1001', '01JDX-8K3F2-9QW7B'], 'kuitti 2026-11-28 R-1001 01JDX-8K3F2-9QW7B.pdf'],
    [['2026-11-28', 'A/B: "Mäkinen" <*?>|\\', 'X'], 'kuitti 2026-11-28 A-B- -Mäkinen- - X.pdf'],
    [['', '..', 'CON'], 'kuitti CON.pdf'],
    [['a\u202egnp.exe', 'b\nc'], 'kuitti agnp.exe b c.pdf'],
  ])('%j', (parts, name) => expect(fileNameOf('kuitti', parts, 'pdf')).toBe(name));

  it('is one that every system takes, whatever its parts are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 120 }), { maxLength: 4 }), (parts) => {
        const name = fileNameOf('kuitti', parts, 'pdf');
        expect(name).toMatch(/^kuitti[^<>:"/\\|?*\p{Cc}]*\.pdf$/u);
        expect(name.length).toBeLessThan(255);
        expect(name).not.toMatch(/[. ]\.pdf$/);
      }),
    );
  });
});
