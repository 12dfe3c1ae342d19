// npm run power-cut -- --cuts 5000 [--first 0]
import { exitWith, run } from './bootstrap/command.mjs';
import { asNode } from './bootstrap/electron-runtime.mjs';
import { prepare } from './bootstrap/prepare.mjs';

try {
  const electron = await prepare();
  const env = { ...asNode, WILLBA_ELECTRON: electron.path };
  process.exitCode = (await run(electron.path, ['tests/power-cut/power-cut.ts', ...process.argv.slice(2)], { env, show: true })).code;
} catch (error) {
  exitWith(error);
}
