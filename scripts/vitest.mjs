// node scripts/vitest.mjs <vitest's arguments>: runs Vitest on Electron's own Node, so that SQLite is the binary that ships.
import { join } from 'node:path';
import { exitWith, projectRoot, run } from './bootstrap/command.mjs';
import { asNode } from './bootstrap/electron-runtime.mjs';
import { prepare } from './bootstrap/prepare.mjs';

try {
  const electron = await prepare();
  const vitest = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
  const env = { ...asNode, WILLBA_ELECTRON: electron.path };
  process.exitCode = (await run(electron.path, [vitest, 'run', ...process.argv.slice(2)], { env, show: true })).code;
} catch (error) {
  exitWith(error);
}
