import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { SetupError, say } from './command.mjs';

/** @typedef {{ env: Record<string, string>, close: () => void }} Display */

const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

/**
 * The display that windows open on: this machine's own, else a virtual one that lives until `close` or until this process ends.
 *
 * Xvfb picks a free number itself and is started directly instead of through xvfb-run, so that signals and exit codes of the program
 * need not pass through a shell script, and runs side by side cannot take the same number.
 *
 * @returns {Promise<Display>}
 */
export async function openDisplay() {
  if (hasDisplay) return { env: {}, close: () => undefined };
  // Its own session: Ctrl+C must not take the display away from a program that is still closing. It ends by itself ten minutes after
  // its last window, should we be killed.
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
