// npm start -- <flags>: runs the program, after installing what this machine lacks.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { buildIfStale } from './bootstrap/build.mjs';
import { exitWith, projectRoot } from './bootstrap/command.mjs';
import { openDisplay } from './bootstrap/display.mjs';
import { launchFlags } from './bootstrap/launch-flags.mjs';
import { prepare } from './bootstrap/prepare.mjs';

const flags = process.argv.slice(2);
const windowless = flags.some((flag) => flag === '--self-check' || flag.startsWith('--export-payments'));

try {
  const electron = await prepare();
  await buildIfStale(electron);
  const display = windowless ? undefined : await openDisplay();

  const program = spawn(electron.path, [...launchFlags(), projectRoot, ...flags], {
    // npm changes to the project root, but relative paths in flags start from the folder in which the person typed `npm start`.
    cwd: process.env['npm_lifecycle_event'] === 'start' ? process.env['INIT_CWD'] : process.cwd(),
    // Editors built on Electron leave ELECTRON_RUN_AS_NODE in their terminals.
    env: { ...process.env, ...display?.env, ELECTRON_RUN_AS_NODE: undefined },
    stdio: 'inherit',
  });
  passSignals(program);
  program.once('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
  program.once('error', exitWith);
} catch (error) {
  exitWith(error);
}

/**
 * Asks the program once to close when we are asked to: npm repeats a signal that the terminal has already sent. Chromium closes properly at
 * the first signal of a kind and is killed by the second. The terminal may have sent it this kind already, so the other kind is used.
 */
function passSignals(/** @type {import('node:child_process').ChildProcess} */ program) {
  let asked = false;
  const ask = (/** @type {NodeJS.Signals} */ signal) => {
    if (!asked) program.kill(signal);
    asked = true;
  };
  process.on('SIGINT', () => ask('SIGTERM'));
  process.on('SIGHUP', () => ask('SIGTERM'));
  process.on('SIGTERM', () => ask('SIGINT'));

  // There is a shell between npm and this process. A signal to npm alone ends that shell and does not reach us: we only see that our parent
  // has changed.
  const shell = process.ppid;
  if (process.env['npm_lifecycle_event']) setInterval(() => process.ppid !== shell && ask('SIGTERM'), 500).unref();
}
