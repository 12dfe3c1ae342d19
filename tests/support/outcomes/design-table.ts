import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../imports.ts';

/** A row of the table in docs/design.md. */
export type Written = {
  readonly meaning: string;
  readonly headings: readonly string[];
  readonly rows: readonly string[];
  readonly sum: string;
  readonly shape: string;
  readonly tone: string;
  readonly enter: string | null;
};

const coded = (cell = ''): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);

/** "One meaning, one look", as it is written down for people. */
export function designTable(): readonly Written[] {
  const text = readFileSync(join(projectRoot, 'docs/design.md'), 'utf8');
  return text
    .split('\n')
    .filter((line) => /^\| `/.test(line))
    .map((line) => {
      const [, meaning, heading, row, sum, shape, tone, enter] = line.split('|');
      return {
        meaning: coded(meaning)[0] ?? '',
        headings: coded(heading),
        rows: coded(row),
        sum: coded(sum)[0] ?? '',
        shape: coded(shape)[0] ?? '',
        tone: coded(tone)[0] ?? '',
        enter: coded(enter)[0] ?? null,
      };
    });
}
