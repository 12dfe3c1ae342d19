import { join } from 'node:path';
import { projectRoot, say } from '../bootstrap/command.mjs';
import { check } from './suite.mjs';
import { vitest } from './vitest.mjs';

const script = (/** @type {string[]} */ ...path) => join(projectRoot, 'node_modules', ...path);
const biome = script('@biomejs', 'biome', 'bin', 'biome');
const tsc = script('typescript', 'bin', 'tsc');

/**
 * Format, lint, types and unit tests at the same time: all should pass before every commit. Each prints one line when it ends, and its
 * output if it failed.
 *
 * @returns {Promise<import('./suite.mjs').Result[]>}
 */
export function checks(/** @type {import('../bootstrap/electron-runtime.mjs').Electron} */ electron) {
  const node = process.execPath;
  return Promise.all(
    [
      vitest(electron, 'unit', [], { show: false }),
      check('format', node, [biome, 'format', '.']),
      check('lint', node, [biome, 'check', '--formatter-enabled=false', '--error-on-warnings', '.']),
      ...['electron', 'renderer', 'tests'].map((part) => check(`types of ${part}`, node, [tsc, '-p', `tsconfig.${part}.json`])),
    ].map(async (running) => {
      const result = await running;
      const { passed, failed } = result.counts;
      say(failed > 0 ? `✗ ${result.name} (${result.time})\n${result.output}` : `✓ ${result.name}: ${passed} passed (${result.time})`);
      return result;
    }),
  );
}
