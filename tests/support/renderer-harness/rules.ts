import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** All rules, or only the one that a colour scheme can change. */
export type Rules = 'all' | 'contrast';

/** What axe finds on this screen against WCAG 2.2 A and AA, each with the element. */
export async function findingsOf(page: Page, rules: Rules): Promise<string[]> {
  const options: RunOptions = {
    runOnly: rules === 'all' ? { type: 'tag', values: WCAG } : ['color-contrast'],
    resultTypes: ['violations'],
  };
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  return page.evaluate(async (wanted) => {
    const { axe: judge } = window as unknown as { axe: { run: (where: Document, options: RunOptions) => Promise<AxeResults> } };
    const { violations } = await judge.run(document, wanted);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
    );
  }, options);
}
