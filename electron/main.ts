import { join } from 'node:path';
import { app } from 'electron';
import { registerAppScheme } from './shell/app-protocol.ts';
import { readFlags } from './shell/flags.ts';
import { runApp } from './shell/run-app.ts';
import { runWindowless } from './shell/windowless.ts';

const flags = readFlags(process.argv, process.env['INIT_CWD'] ?? process.cwd());
const out = join(import.meta.dirname, '..');

if (flags.exportPayments !== null || flags.selfCheck) {
  // Before `ready`: these need no display, take no lock and ask nobody.
  void runWindowless(app, flags).then((code) => process.exit(code));
} else {
  registerAppScheme();
  runApp(app, flags, { preload: join(out, 'preload/preload.cjs'), renderer: join(out, 'renderer') });
}
