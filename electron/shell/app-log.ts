import { join } from 'node:path';
import { keptText } from '../masking/kept-text.ts';
import { describeCause, LONGEST_LINE, type Log, printLine } from '../support/log.ts';
import { checkOwn, makePrivate, makePrivateFolder, PRIVATE_FILE } from '../system/private-files.ts';

const MAX_LOG_BYTES = 5_000_000;
type Level = 'info' | 'warn' | 'error';

/**
 * The log file of this PC. Lines are held until the library is loaded, after `loadAfter`: logging must not delay the moment when a person
 * can type an amount.
 */
export function createAppLog(folder: string, loadAfter: Promise<unknown>): Log {
  const file = loadAfter.then(async () => {
    // The Node version of the library: its Electron version opens a channel to every page and does not check the sender.
    const { default: log } = await import('electron-log/node');
    const place = join(folder, 'logs');
    makePrivateFolder(place);
    const path = join(place, 'willba-pos.log');
    checkOwn(path);
    makePrivate(path);
    log.transports.console.level = false;
    log.transports.file.resolvePathFn = () => path;
    log.transports.file.writeOptions = { flag: 'a', mode: PRIVATE_FILE, encoding: 'utf8' };
    log.transports.file.maxSize = MAX_LOG_BYTES;
    return log;
  });
  const write = (level: Level, message: string): void => {
    const line = keptText(message, LONGEST_LINE);
    void file.then(
      (log) => log[level](line),
      // A log that cannot be written must not end the program; the line goes to the console.
      () => printLine(`${level}: ${line}`),
    );
  };
  return {
    info: (message) => write('info', message),
    warn: (message) => write('warn', message),
    error: (message, cause) => write('error', cause === undefined ? message : `${message}: ${describeCause(cause)}`),
  };
}
