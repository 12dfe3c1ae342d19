import { join } from 'node:path';
import { app } from 'electron';
import { registerAppScheme } from './shell/app-protocol.ts';
import { readFlags } from './shell/flags.ts';
import { boxToShow, showBox } from './shell/refusal.ts';
import { runApp } from './shell/run-app.ts';
import { findForbidden } from './shell/switches.ts';
import { printLine } from './support/log.ts';

// First of all, before any of the program is loaded that a debugger could use.
const forbidden = app.isPackaged ? await findForbiddenHere() : null;
if (forbidden !== null) {
  printLine(`${forbidden} is not allowed`);
  process.exit(2);
}

// Only this account may read the files that Chromium makes. Our own get their modes where they are made.
process.umask(0o077);
const flags = readFlags(process.argv, process.cwd());
const box = boxToShow(process.argv);
const out = join(import.meta.dirname, '..');

if (flags.exportPayments !== null || flags.selfCheck || flags.restoreBackup !== null) {
  // Electron needs a display when it becomes ready, which it does after this module. These flags need no display and have ended by then.
  const { runWindowless } = await import('./shell/windowless.ts');
  process.exit(await runWindowless(app, flags));
} else if (box !== null) {
  // Not awaited: Electron is not ready before this module is done.
  void showBox(app, box, flags.language ?? 'fi');
} else {
  registerAppScheme();
  await runApp(app, flags, { preload: join(out, 'preload/preload.cjs'), renderer: join(out, 'renderer') });
}

function findForbiddenHere(): Promise<string | null> {
  return findForbidden(process.argv, {
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    mayInspect: async () => (await import('./support/fuses.ts')).isInspectable(),
  });
}
