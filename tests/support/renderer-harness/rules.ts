import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** All rules; only the one that colours can change; all but that one, for other words in the same colours. */
export type Rules = 'all' | 'contrast' | 'but contrast';

/** Every page of the window has axe from its beginning: half a megabyte is handed over once, not for each state. */
export const bringRules = (page: Page): Promise<unknown> => page.addInitScript(axe);

/** What axe finds on this screen against WCAG 2.2 A and AA, each with the element. Wants `bringRules` before the page was opened. */
export async function findingsOf(page: Page, rules: Rules): Promise<string[]> {
  const options: RunOptions = {
    runOnly: rules === 'contrast' ? ['color-contrast'] : { type: 'tag', values: WCAG },
    ...(rules === 'but contrast' ? { rules: { 'color-contrast': { enabled: false } } } : {}),
    resultTypes: ['violations'],
  };
  return page.evaluate(async (wanted) => {
    const { axe: judge } = window as unknown as { axe: { run: (where: Document, options: RunOptions) => Promise<AxeResults> } };
    const { violations } = await judge.run(document, wanted);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
    );
  }, options);
}
