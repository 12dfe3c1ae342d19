import { join } from 'node:path';
import { keptText } from '../masking/kept-text.ts';
import { describeCause, LONGEST_LINE, type Log, printLine } from '../support/log.ts';
import { checkOwn, makePrivate, makePrivateFolder, PRIVATE_FILE } from '../system/private-files.ts';

const MAX_LOG_BYTES = 5_000_000;
type Level = 'info' | 'warn' | 'error';

/**
 * The log file of this workstation. Lines are kept until the library is loaded, which waits for `loadAfter`: a log
 * must not stand between the person and the amount field.
 */
export function createAppLog(folder: string, loadAfter: Promise<unknown>): Log {
  const file = loadAfter.then(async () => {
    // Its entry for Node: the one for Electron opens a channel to every page, and asks no sender who it is.
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
      // The log is not worth a crash; the console is what is left.
      () => printLine(`${level}: ${line}`),
    );
  };
  return {
    info: (message) => write('info', message),
    warn: (message) => write('warn', message),
    error: (message, cause) => write('error', cause === undefined ? message : `${message}: ${describeCause(cause)}`),
  };
}
