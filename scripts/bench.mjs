// npm run bench -- [starts] [sales] [--payments 100000], which is how many the large journal holds
import { buildIfStale } from './bootstrap/build.mjs';
import { exitWith, run } from './bootstrap/command.mjs';
import { openDisplay } from './bootstrap/display.mjs';
import { asNode } from './bootstrap/electron-runtime.mjs';
import { prepare } from './bootstrap/prepare.mjs';

try {
  const electron = await prepare();
  await buildIfStale(electron);
  const display = await openDisplay();
  const { code } = await run(electron.path, ['tests/bench/bench.ts', ...process.argv.slice(2)], {
    env: { ...asNode, ...display.env, WILLBA_ELECTRON: electron.path },
    show: true,
  });
  display.close();
  process.exitCode = code;
} catch (error) {
  exitWith(error);
}
