import { extname, join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  type PrinterInfo,
  type Session,
  session,
  type WebContents,
  type WebContentsPrintOptions,
} from 'electron';
import { failed, ok } from '../../shared/result.ts';
import type { Sheet } from '../paper/layout.ts';
import { pageOf } from '../paper/page.ts';
import type { PaperDevice, PrintEnd } from '../paper/ports.ts';
import type { Log } from '../support/log.ts';
import { paperFace } from './paper-face.ts';
import { lockSession } from './security.ts';

/** A printer's driver may ask its printer over the network, which can be gone. */
const LIST_PATIENCE_MS = 15_000;
/** Without a dialog nobody is asked anything; what takes longer is not known to be printed or not. */
const PRINT_PATIENCE_MS = 60_000;
const MICRONS_PER_MM = 1000;

/**
 * Prints with Electron. Each job has a page of its own that nobody sees: sandboxed, without scripts, without a preload, in a session of
 * its own without any network, and gone as soon as the job is done.
 */
export function createPaperDevice(log: Log): PaperDevice {
  const inPage = createPages();

  return {
    async printers() {
      try {
        const found = await inPage(null, (contents) => within(LIST_PATIENCE_MS, contents.getPrintersAsync()));
        if (found === null) return failed('unavailable');
        return ok(found.map(({ name, displayName }) => ({ name, shownAs: displayName === '' ? name : displayName })));
      } catch (cause) {
        log.error('the printers could not be listed', cause);
        return failed('unavailable');
      }
    },
    async print(sheet, how) {
      try {
        return await inPage(sheet, (contents) => printIn(contents, sheet, how, log));
      } catch (cause) {
        log.error('a page could not be printed', cause);
        return 'failed';
      }
    },
    async pdf(sheet) {
      try {
        return await inPage(sheet, (contents) => contents.printToPDF({ preferCSSPageSize: true, margins: NO_MARGINS }));
      } catch (cause) {
        log.error('a PDF could not be made', cause);
        return null;
      }
    },
    async askWhere(fileName) {
      const { canceled, filePath } = await dialog.showSaveDialog({
        defaultPath: join(app.getPath('documents'), fileName),
        filters: [filterFor(extname(fileName).slice(1))],
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      });
      return canceled || filePath === '' ? null : filePath;
    },
  };
}

const filterFor = (ending: string) => ({ name: ending.toUpperCase(), extensions: [ending] });

/** The page's own edges are part of its layout. */
const NO_MARGINS = { top: 0, bottom: 0, left: 0, right: 0 };

function createPages() {
  let own: Session | null = null;
  /** @param sheet null: an empty page, for asking the system something */
  return async function inPage<T>(sheet: Sheet | null, use: (contents: WebContents) => Promise<T>): Promise<T> {
    if (own === null) {
      // Not stored on the disk, because its name does not begin with `persist:`.
      own = session.fromPartition('paper', { cache: false });
      lockSession(own);
    }
    const page = new BrowserWindow({
      show: false,
      skipTaskbar: true,
      webPreferences: {
        session: own,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        javascript: false,
        images: false,
        webSecurity: true,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
      },
    });
    try {
      await page.loadURL(sheet === null ? 'about:blank' : addressOf(pageOf(sheet, paperFace)));
      return await use(page.webContents);
    } finally {
      if (!page.isDestroyed()) page.destroy();
    }
  };
}

const addressOf = (page: string): string => `data:text/html;charset=utf-8;base64,${Buffer.from(page).toString('base64')}`;

type How = Parameters<PaperDevice['print']>[1];

async function printIn(contents: WebContents, sheet: Sheet, { printer, dialog: asks }: How, log: Log): Promise<PrintEnd> {
  const known = await within(LIST_PATIENCE_MS, contents.getPrintersAsync());
  if (known?.length === 0 && !asks) return 'no-printer';
  const wanted = known?.find(({ name }) => name === printer);
  if (known !== null && printer !== null && wanted === undefined) return 'printer-gone';
  if (wanted !== undefined && !takesJobs(wanted)) return 'refused';
  const options: WebContentsPrintOptions = {
    silent: !asks,
    ...(printer === null ? {} : { deviceName: printer }),
    color: false,
    margins: { marginType: 'none' },
    pageSize: { width: sheet.widthMm * MICRONS_PER_MM, height: sheet.heightMm * MICRONS_PER_MM },
  };
  const ended = new Promise<PrintEnd>((resolve) => {
    // A page that dies while the system has its job leaves nobody who knows.
    contents.once('destroyed', () => resolve('unknown'));
    contents.once('render-process-gone', () => resolve('unknown'));
    contents.print(options, (success, why) => {
      if (!success) log.warn(`a print ended without paper: ${why}`);
      resolve(success ? 'printed' : endOf(why));
    });
  });
  return asks ? ended : ((await within(PRINT_PATIENCE_MS, ended)) ?? 'unknown');
}

/**
 * Electron reports a job as printed even where the queue refused it (seen with CUPS), so the queue is asked before. CUPS lists whether it
 * takes jobs, and 5 is a stopped one, which would print by itself whenever somebody starts it again. Other systems do not say.
 */
const takesJobs = ({ options }: PrinterInfo): boolean => {
  const told: Readonly<Record<string, unknown>> = { ...options };
  return told['printer-is-accepting-jobs'] !== 'false' && told['printer-state'] !== '5';
};

/** Electron's own words (`shell/browser/api/electron_api_web_contents.cc`), which have no codes. */
function endOf(why: string): PrintEnd {
  if (/cancel/i.test(why)) return 'cancelled';
  if (/deviceName/i.test(why)) return 'printer-gone';
  if (/enumerate printers|no printers/i.test(why)) return 'no-printer';
  return /job failed/i.test(why) ? 'refused' : 'failed';
}

/** @returns null if it takes longer. */
async function within<T>(ms: number, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, ms, null);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
