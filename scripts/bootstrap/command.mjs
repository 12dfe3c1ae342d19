import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The scripts' own messages go to stderr: stdout belongs to the program (`--self-check` prints JSON there). */
export function say(/** @type {string} */ text) {
  process.stderr.write(`${text}\n`);
}

/** @returns the time since `start` (from `performance.now()`), for people: `3.2 s` */
export function since(/** @type {number} */ start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/**
 * Runs a command to its end. Its output is returned in `output`, or goes straight to the console with `show`. Never rejects: a command that
 * cannot be started has the code 127, one that a signal or the time limit (in ms) ended has 1.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, show?: boolean, timeout?: number, shell?: boolean }} [options] `env` is added to ours; undefined
 *   removes a variable
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { env = {}, show = false, timeout = 0, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: projectRoot,
      env: { ...process.env, ...env },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      timeout,
      killSignal: 'SIGKILL',
      shell,
    });
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk;
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', (error) => resolve({ code: 127, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** An expected failure of a script: it is printed as one sentence without a stack. */
export class SetupError extends Error {}

export function exitWith(/** @type {unknown} */ error) {
  say(error instanceof SetupError ? `willba-pos: ${error.message}` : String(error instanceof Error ? error.stack : error));
  process.exit(1);
}
