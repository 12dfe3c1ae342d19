import { appendFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { freshStart } from '../support/desk/started.ts';
import { runMonkey } from '../support/monkey/run.ts';
import { seeds, steps } from '../support/monkey/seeds.ts';

/*
 * Somebody who knows only names and keys presses whatever there is, two hundred times, while guests pay, decline and lose their
 * connection, and page and program die. Then: what the server charged equals what the desk was shown, and nothing was charged
 * without a press that named its sum.
 */
test.describe.configure({ mode: 'parallel' });
const started = freshStart();

for (const seed of seeds) {
  test(`${steps} random steps keep money and screen equal, seed ${seed} @slow`, async () => {
    // No judgement of the machine's speed: only what hangs is ended.
    test.setTimeout(120_000 + steps * 4_000);
    const file = test.info().outputPath('story.txt');
    const { story, posts } = await runMonkey(started, { seed, steps, keep: (line) => appendFileSync(file, `${line}\n`) });
    const replay = `MONKEY_SEED=${seed} MONKEY_STEPS=${steps} npm test -- e2e monkey.test.ts`;
    const found = [...story.findings].map((each) => `✗ ${each}`);
    expect(found.length, [`Play it again: ${replay}`, ...found, '', ...story.lines].join('\n')).toBe(0);
    expect(posts, 'a run that sells nothing tries nothing').toBeGreaterThan(0);
  });
}
