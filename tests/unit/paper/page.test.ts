import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../../electron/paper/layout.ts';
import { pageOf } from '../../../electron/paper/page.ts';

const face = { regular: 'data:font/woff2;base64,AAAA', bold: 'data:font/woff2;base64,BBBB' };
const pageWith = (line: string, title = 'Kuitti'): string =>
  pageOf(layOut({ title, language: 'fi', blocks: [{ look: 'fixed', lines: [line] }] }, '80'), face);
/** Every tag of the page, in order. */
const tagsIn = (page: string): string[] => [...page.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/content="[^"]*"/, 'content'));

describe('the page that is printed', () => {
  it('has the same tags whatever its text is', () => {
    const plain = tagsIn(pageWith('x'));
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '/', 'script', ' ', '=', 'style', '--', 'Ä'), maxLength: 8 }),
        (text) => {
          const page = pageWith(text, text);
          expect(tagsIn(page).filter((tag) => tag !== plain[8])).toEqual(plain.filter((tag) => tag !== plain[8]));
        },
      ),
    );
    expect(pageWith('<img src=x onerror=alert(1)>')).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(pageWith('x', '</title><script>')).toContain('&lt;/title&gt;&lt;script&gt;');
  });

  it('allows its own style sheet and face, and nothing else', () => {
    const page = pageWith('x');
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    const style = /<style>(.*)<\/style>/s.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${hash}'; font-src data:; base-uri 'none'; form-action 'none'`);
    expect(page).not.toMatch(/<script|<img|<link|<iframe|https?:|javascript:| on\w+=/i);
  });

  it('is as wide as its paper', () => {
    expect(pageWith('x')).toMatch(/@page\{size:80mm \d+mm;margin:0\}/);
  });
});
