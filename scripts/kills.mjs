// npm run kills -- --kills 10000 [--first 0] [--parallel 2]: the windowless program
// npm run kills -- --full 50 [--first 0] [--parallel 2]: the whole program, with its window
import { buildIfStale } from './bootstrap/build.mjs';
import { exitWith, run } from './bootstrap/command.mjs';
import { openDisplay } from './bootstrap/display.mjs';
import { asNode } from './bootstrap/electron-runtime.mjs';
import { prepare } from './bootstrap/prepare.mjs';

try {
  const electron = await prepare();
  const args = process.argv.slice(2);
  const full = args.some((arg) => arg.startsWith('--full'));
  if (full) await buildIfStale(electron);
  const display = full ? await openDisplay() : { env: {}, close: () => undefined };
  const env = { ...asNode, ...display.env, WILLBA_ELECTRON: electron.path };
  const script = full ? 'tests/kills/full/full-kills.ts' : 'tests/kills/kills.ts';
  process.exitCode = (await run(electron.path, [script, ...args], { env, show: true })).code;
  display.close();
} catch (error) {
  exitWith(error);
}
