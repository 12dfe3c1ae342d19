import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filesIn, projectRoot } from '../../support/imports.ts';

/** What marks the chosen, and what must never be under the pointer alone. */
const CHOSEN = /--(?:accent-soft|selection)\b/;

it('nothing under the pointer looks chosen', () => {
  const rules = filesIn('renderer')
    .filter((path) => path.endsWith('.css'))
    .flatMap((path) => [...readFileSync(join(projectRoot, path), 'utf8').matchAll(/([^{}]*:hover[^{}]*)\{([^{}]*)\}/g)]);
  expect(rules.length).toBeGreaterThan(8);
  expect(rules.filter(([, , body = '']) => CHOSEN.test(body)).map(([, selector]) => selector?.trim())).toEqual([]);
});
