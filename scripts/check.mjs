// npm run check
import { exitWith, say, since } from './bootstrap/command.mjs';
import { prepare } from './bootstrap/prepare.mjs';
import { checks } from './suites/checks.mjs';
import { sum } from './suites/suite.mjs';

try {
  const electron = await prepare();
  const start = performance.now();
  const { failed } = sum((await checks(electron)).map((result) => result.counts));
  say(failed > 0 ? `${failed} failed (${since(start)})` : `All well (${since(start)})`);
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  exitWith(error);
}
