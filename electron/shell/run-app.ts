import { type App, Menu, session } from 'electron';
import type { Language } from '../../shared/money.ts';
import { bindCommands, sendEvent } from '../ipc/bind.ts';
import type { OpenedLink } from '../program/links.ts';
import { createDeskLanguage, type DeskLanguage, savedLanguage } from '../settings/desk-language.ts';
import type { Provisioning } from '../settings/provisioning-file.ts';
import type { Configuration } from '../settings/settings.ts';
import { printLine } from '../support/log.ts';
import { createAppLog } from './app-log.ts';
import { APP_ORIGIN, serveApp } from './app-protocol.ts';
import { createClosingGuard } from './closing-guard.ts';
import { createComposeMoment } from './compose-moment.ts';
import type { Flags } from './flags.ts';
import { type Folders, foldersOf, missedFolder } from './folders.ts';
import { keepWindow } from './keep-window.ts';
import { handedOver, isTooLongToHandOver } from './opened-link.ts';
import { keepPage } from './page-life.ts';
import { collectLinks, registerLinks } from './receive-links.ts';
import { refuse } from './refusal.ts';
import { denyEverythingElse, lockSession, lookUpNoNames } from './security.ts';
import { bringToFront, openWindow } from './window.ts';
import { openWindowMemory } from './window-file.ts';

/** Day before month in all three: American English is the other way round. The packages carry these (electron-builder.yml). */
const CHROMIUM_LANGUAGES: Record<Language, string> = { fi: 'fi', sv: 'sv', en: 'en-GB' };

export type Places = { readonly preload: string; readonly renderer: string };

/** The program with its window. Settles before Electron's `ready`; what comes after hangs on that. */
export async function runApp(app: App, flags: Flags, places: Places): Promise<void> {
  const missed = missedFolder(app);
  if (missed !== null) refuse(`the folder of this program cannot be used: ${missed}`, 'read-only', flags.language ?? 'fi');
  const language = createDeskLanguage(flags.language ?? savedLanguage(foldersOf(app).data));
  speakToChromium(app, CHROMIUM_LANGUAGES[language.current()]);
  const file = flags.provision === null ? null : (await import('./provisioning.ts')).readProvisioningFile(flags.provision);
  if (file !== null && !file.ok) refuse(file.error);
  const inTheWay = flags.training ? await findOpenProductionPayment(foldersOf(app).data) : 'none';
  if (inTheWay !== 'none') {
    const why = inTheWay === 'open' ? 'a production payment is open' : 'the production payments cannot be read, and one may be open';
    refuse(`training is refused while ${why}; start without --training, so that it is looked up`, 'payment-open', language.current());
  }
  lookUpNoNames(app);
  const folders = foldersOf(app);
  const { findUnwritable } = await import('./start-obstacles.ts');
  const unwritable = findUnwritable(folders);
  if (unwritable !== null)
    refuse(`the folder of this program cannot be written (${unwritable.code}): ${unwritable.folder}`, 'read-only', language.current());
  await refuseTooLong(folders, flags, language.current());
  if (!app.requestSingleInstanceLock(handedOver(flags.link))) return leaveToOther(app, flags, folders, language.current());
  const receiveLinks = collectLinks(app);
  denyEverythingElse(app);
  // Electron's own menu reloads, zooms and opens developer tools. macOS needs one for copy and paste.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  app.on('window-all-closed', () => app.quit());
  const given = { app, flags, language, places, file: file?.ok === true ? file.value : null, receiveLinks };
  app.whenReady().then(() => start(given).catch(crash), crash);
}

/** Chromium writes the days in its own fields. Written as the PC's language does, 3.4. and 4.3. would be mixed up. */
function speakToChromium(app: App, language: string): void {
  app.commandLine.appendSwitch('lang', language);
  // Linux believes this more than the switch.
  if (process.platform === 'linux') process.env['LANGUAGE'] = language;
}

/** Read without touching anything, and only when somebody wants to train. */
async function findOpenProductionPayment(folder: string): Promise<'open' | 'unknown' | 'none'> {
  const { countPending } = await import('../storage/pending-payments.ts');
  const { productionFolder } = await import('../program/worlds.ts');
  const pending = countPending(productionFolder(folder));
  if (!pending.known) return 'unknown';
  return pending.open > 0 ? 'open' : 'none';
}

/** Before the running program is asked anything: it would not survive it. */
async function refuseTooLong(folders: Folders, { link }: Flags, language: Language): Promise<void> {
  if (!isTooLongToHandOver(process.argv, process.cwd(), link)) return;
  const { isRunning } = await import('./start-obstacles.ts');
  if (!isRunning(folders)) return;
  if (link === null) refuse('the command line is too long');
  refuse('the link is too long and was not used', 'link-too-long', language);
}

/** The running program shows its window. What was asked for besides is never done behind its back, and never dropped in silence. */
async function leaveToOther(app: App, flags: Flags, folders: Folders, language: Language): Promise<void> {
  const { isRunning, isTraining, lockFile } = await import('./start-obstacles.ts');
  if (!isRunning(folders))
    refuse(`the lock of this program cannot be taken, and no running program has it: ${lockFile(folders)}`, 'no-lock', language);
  if (flags.provision !== null) refuse('the program is already running; close it before importing a file');
  if (flags.training && !isTraining(folders))
    refuse('the program is already running; close it before starting with --training', 'running', language);
  app.exit(0);
}

function crash(cause: unknown): never {
  printLine(`cannot start: ${cause instanceof Error ? cause.stack : String(cause)}`);
  process.exit(1);
}

type Start = {
  readonly app: App;
  readonly flags: Flags;
  readonly language: DeskLanguage;
  readonly places: Places;
  readonly file: Provisioning | null;
  readonly receiveLinks: ReturnType<typeof collectLinks>;
};

async function start({ app, flags, language, places, file, receiveLinks }: Start): Promise<void> {
  // Somebody ends the service: the same way out as closing the window. Not before Electron is ready, whose own handlers die at the second signal.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  const folders = foldersOf(app);
  serveApp(session.defaultSession, places.renderer, language.current);
  lockSession(session.defaultSession);

  // A file to import is settled before anything is shown, so that a refusal changes nothing and shows nothing.
  const imported = file === null ? null : await importFile(folders, file);

  const memory = openWindowMemory(folders.data, (cause) => log.error('the place of the window could not be stored', cause));
  const window = openWindow(places.preload, memory);
  keepWindow(window, memory);
  const moment = createComposeMoment(window);
  const log = createAppLog(folders.data, moment.come);
  for (const bug of ['uncaughtException', 'unhandledRejection'] as const) process.on(bug, (cause) => log.error(bug, cause));
  const page = keepPage(window, language.current, (what) => log.error(what));

  const closing = createClosingGuard(app, window, language.current);

  // The amount can be typed first; the rest of the program is loaded behind it.
  const composed = moment.come
    .then(() => import('./compose-in-electron.ts'))
    .then(({ composeInElectron }) =>
      composeInElectron({ folders, training: flags.training, imported, language, log, host: closing.host, comfort: memory, window }),
    );
  composed.then(({ program }) => {
    program.subscribe((event) => sendEvent(window, event));
    program.opened().catch(crash);
    registerLinks(app);
    closing.guard(program);
    app.once('will-quit', (event) => {
      event.preventDefault();
      program.close().finally(() => app.exit(0));
    });
  }, crash);
  const openLink = (link: OpenedLink | null): void => {
    if (link === null) return;
    composed.then(({ program }) => program.openLink(link)).catch((cause: unknown) => log.error('a link could not be opened', cause));
  };
  openLink(flags.link);
  receiveLinks((link) => {
    page.revive();
    bringToFront(window);
    openLink(link);
  });
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
