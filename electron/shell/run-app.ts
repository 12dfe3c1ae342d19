import { type App, Menu, session } from 'electron';
import { bindCommands, sendEvent } from '../ipc/bind.ts';
import type { Provisioning } from '../settings/provisioning-file.ts';
import type { Configuration } from '../settings/settings.ts';
import { printLine } from '../support/log.ts';
import { createAppLog } from './app-log.ts';
import { APP_ORIGIN, serveApp } from './app-protocol.ts';
import { createClosingGuard } from './closing-guard.ts';
import { createComposeMoment } from './compose-moment.ts';
import type { Flags } from './flags.ts';
import { type Folders, foldersOf, missedFolder } from './folders.ts';
import { keepPage } from './page-life.ts';
import { refuse } from './refusal.ts';
import { denyEverythingElse, lockSession, lookUpNoNames } from './security.ts';
import { bringToFront, openWindow } from './window.ts';

export type Places = { readonly preload: string; readonly renderer: string };

/** The program with its window. Settles before Electron's `ready`; what comes after hangs on that. */
export async function runApp(app: App, flags: Flags, places: Places): Promise<void> {
  const missed = missedFolder(app);
  if (missed !== null) refuse(`the folder of this program cannot be used: ${missed}`, 'read-only');
  const file = flags.provision === null ? null : (await import('./provisioning.ts')).readProvisioningFile(flags.provision);
  if (file !== null && !file.ok) refuse(file.error);
  const inTheWay = flags.training ? await findOpenProductionPayment(foldersOf(app).data) : 'none';
  if (inTheWay !== 'none') {
    const why = inTheWay === 'open' ? 'a production payment is open' : 'the production payments cannot be read, and one may be open';
    refuse(`training is refused while ${why}; start without --training, so that it is looked up`, 'payment-open');
  }
  lookUpNoNames(app);
  const folders = foldersOf(app);
  const { findUnwritable } = await import('./start-obstacles.ts');
  const unwritable = findUnwritable(folders);
  if (unwritable !== null) refuse(`the folder of this program cannot be written (${unwritable.code}): ${unwritable.folder}`, 'read-only');
  if (!app.requestSingleInstanceLock()) return leaveToOther(app, flags, folders);
  denyEverythingElse(app);
  // Electron's own menu reloads, zooms and opens developer tools. macOS needs one for copy and paste.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  app.on('window-all-closed', () => app.quit());
  app.whenReady().then(() => start(app, flags, places, file?.ok === true ? file.value : null).catch(crash), crash);
}

/** Read without touching anything, and only when somebody wants to train. */
async function findOpenProductionPayment(folder: string): Promise<'open' | 'unknown' | 'none'> {
  const { countPending } = await import('../storage/pending-payments.ts');
  const { productionFolder } = await import('../program/worlds.ts');
  const pending = countPending(productionFolder(folder));
  if (!pending.known) return 'unknown';
  return pending.open > 0 ? 'open' : 'none';
}

/** The running program shows its window. What was asked for besides is never done behind its back, and never dropped in silence. */
async function leaveToOther(app: App, flags: Flags, folders: Folders): Promise<void> {
  const { isRunning, isTraining, lockFile } = await import('./start-obstacles.ts');
  if (!isRunning(folders))
    refuse(`the lock of this program cannot be taken, and no running program has it: ${lockFile(folders)}`, 'no-lock');
  if (flags.provision !== null) refuse('the program is already running; close it before importing a file');
  if (flags.training && !isTraining(folders)) refuse('the program is already running; close it before starting with --training', 'running');
  app.exit(0);
}

function crash(cause: unknown): never {
  printLine(`cannot start: ${cause instanceof Error ? cause.stack : String(cause)}`);
  process.exit(1);
}

async function start(app: App, flags: Flags, places: Places, file: Provisioning | null): Promise<void> {
  // Somebody ends the service: the same way out as closing the window. Not before Electron is ready, whose own handlers die at the second signal.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  const folders = foldersOf(app);
  serveApp(session.defaultSession, places.renderer);
  lockSession(session.defaultSession);

  // A file to import is settled before anything is shown, so that a refusal changes nothing and shows nothing.
  const imported = file === null ? null : await importFile(folders, file);

  const window = openWindow(places.preload);
  const moment = createComposeMoment(window);
  const log = createAppLog(folders.data, moment.come);
  for (const bug of ['uncaughtException', 'unhandledRejection'] as const) process.on(bug, (cause) => log.error(bug, cause));
  const page = keepPage(window, flags.language, (what) => log.error(what));
  app.on('second-instance', () => {
    page.revive();
    bringToFront(window);
  });

  const closing = createClosingGuard(app, window, flags.language);

  // The amount can be typed first; the rest of the program is loaded behind it.
  const composed = moment.come
    .then(() => import('./compose-in-electron.ts'))
    .then(({ composeInElectron }) => composeInElectron(folders, flags, imported, log, closing.host));
  composed.then(({ program }) => {
    program.subscribe((event) => sendEvent(window, event));
    program.opened().catch(crash);
    closing.guard(program);
    app.once('will-quit', (event) => {
      event.preventDefault();
      program.close().finally(() => app.exit(0));
    });
  }, crash);
  bindCommands({
    window: () => window,
    origin: APP_ORIGIN,
    asked: moment.asked,
    execute: async (name, input) => (await composed).program.execute(name, input),
    error: async (code) => (await composed).error(code),
    broke: (where, cause) => log.error(`the command ${where} failed`, cause),
    refused: (name, why) => log.warn(`the command ${name} was refused for its ${why}`),
  });
}

async function importFile(folders: Folders, file: Provisioning): Promise<Configuration> {
  const { importInElectron } = await import('./compose-in-electron.ts');
  const imported = await importInElectron(folders, file);
  return imported.ok ? imported.value : refuse(imported.error);
}
