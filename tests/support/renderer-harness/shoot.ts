import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHarness } from './harness.ts';
import { drawer, shots } from './shots.ts';

// Makes pictures of every screen, for designers:
// ELECTRON_RUN_AS_NODE=1 xvfb-run -a -- <electron> tests/support/renderer-harness/shoot.ts [folder [name …]]
const [folder = join(tmpdir(), 'willba-pos-shots'), ...only] = process.argv.slice(2);

const sizes = [
  { name: '1280', width: 1280, height: 800 },
  { name: '1024', width: 1024, height: 768 },
  { name: '960', width: 960, height: 540 },
] as const;

mkdirSync(folder, { recursive: true });
const { page, open, close } = await openHarness(join(tmpdir(), 'willba-pos-harness'));
page.on('console', (message) => console.log(`[${message.type()}] ${message.text()}`));
page.on('pageerror', (error) => console.log(`[pageerror] ${error.message}`));
try {
  for (const size of sizes) {
    await page.setViewportSize(size);
    const all = size.width < 1180 ? [...shots, drawer] : shots;
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const shot of all) {
        if (only.length > 0 && !only.includes(shot.name)) continue;
        await page.mouse.move(2, 2);
        await open(shot.state);
        await shot.act?.(page);
        await page.mouse.move(1, 1);
        await page.waitForTimeout(60);
        await page.screenshot({ path: `${folder}/${shot.name}-${size.name}-${colorScheme}.png` });
        const overflow = await page.evaluate(() => {
          const wide = document.documentElement.scrollWidth > window.innerWidth;
          const lost = [...document.querySelectorAll('button')].filter((button) => {
            const box = button.getBoundingClientRect();
            const scrolls = button.closest('.today__scroll, .day, .picker__list, .dialog__body, .page__scroll, .window__scroll') !== null;
            return !scrolls && (box.right > window.innerWidth + 1 || box.bottom > window.innerHeight + 1 || box.left < -1 || box.top < -1);
          });
          return { wide, lost: lost.map((button) => button.textContent) };
        });
        if (overflow.wide || overflow.lost.length > 0)
          console.log(`CUT OFF ${shot.name} ${size.name} ${colorScheme}`, JSON.stringify(overflow));
      }
    }
  }
} finally {
  await close();
}
