// npm run chaos -- --seeds 10000 [--first 0]
import { exitWith, run } from './bootstrap/command.mjs';
import { asNode } from './bootstrap/electron-runtime.mjs';
import { prepare } from './bootstrap/prepare.mjs';

try {
  const electron = await prepare();
  process.exitCode = (await run(electron.path, ['tests/chaos/chaos.ts', ...process.argv.slice(2)], { env: asNode, show: true })).code;
} catch (error) {
  exitWith(error);
}
