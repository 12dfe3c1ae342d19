import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { SetupError, say } from './command.mjs';

/** @typedef {{ env: Record<string, string>, close: () => void }} Display */

const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

/**
 * The display for windows: this machine's own, else a virtual one that exists until `close` or until this process ends.
 *
 * Xvfb chooses a free number itself, so that parallel runs cannot take the same one. It is started directly and not through xvfb-run, so
 * that the program's signals and exit codes need not pass through a shell script.
 *
 * @returns {Promise<Display>}
 */
export async function openDisplay() {
  if (hasDisplay) return { env: {}, close: () => undefined };
  // In its own session: Ctrl+C must not end the display before the program has closed. If we are killed, it ends by itself ten minutes
  // after its last window.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-terminate', '600'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const close = () => void server.kill();
  process.once('exit', close);

  const number = await Promise.race([
    once(/** @type {import('node:stream').Readable} */ (server.stdio[3]), 'data').then(([chunk]) => String(chunk).trim()),
    once(server, 'exit').then(() => undefined),
  ]).catch(() => undefined);
  if (number === undefined) throw new SetupError('no display here and Xvfb does not start; install the package xvfb');
  server.unref();
  say(`No display here: running under Xvfb on :${number}`);
  return { env: { DISPLAY: `:${number}` }, close };
}
