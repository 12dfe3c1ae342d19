import { expect, test } from '@playwright/test';
import { findClipped } from '../support/renderer-harness/clipped.ts';
import { walkScreens } from './screens.ts';

// Every state of every screen, one of two walks: rules for everybody, focus, size, longer words, and pictures.
const harness = walkScreens(0);

test('the measure of what is cut off would notice', async () => {
  const { page, open } = harness();
  await page.setViewportSize({ width: 1024, height: 768 });
  await open('sale');
  expect(await page.evaluate(findClipped)).toEqual([]);
  const spoilt = async (spoil: () => void): Promise<string> => {
    await open('sale');
    await page.evaluate(spoil);
    return (await page.evaluate(findClipped)).join('\n');
  };
  expect(
    await spoilt(() => {
      const button = document.getElementById('sale-pay');
      if (button !== null) Object.assign(button.style, { width: '40px', whiteSpace: 'nowrap', overflow: 'visible' });
    }),
  ).toContain('out of its button');
  expect(
    await spoilt(() => {
      const heading = document.querySelector('label');
      if (heading !== null) Object.assign(heading.style, { width: '12px', overflow: 'hidden', whiteSpace: 'nowrap', display: 'block' });
    }),
  ).toContain('cut off');
  expect(
    await spoilt(() => {
      const [, second] = document.querySelectorAll<HTMLElement>('nav button');
      if (second !== undefined) second.style.marginLeft = '-80px';
    }),
  ).toContain('on its neighbour');
});
