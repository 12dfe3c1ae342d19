import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A session bus and an unlocked keyring of their own, as a logged-in desktop has them. */
export interface Keyring {
  readonly env: NodeJS.ProcessEnv;
  /** To be run in main before the program. */
  readonly before: string;
  close(): void;
}

export async function openKeyring(): Promise<Keyring> {
  const home = mkdtempSync(join(tmpdir(), 'willba-keyring-'));
  const runtime = join(home, 'run');
  mkdirSync(runtime, { mode: 0o700 });
  const dirs = { HOME: home, XDG_DATA_HOME: join(home, 'data'), XDG_RUNTIME_DIR: runtime };
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], {
    env: { ...process.env, ...dirs },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = await firstLine(bus);
  const env = { ...dirs, DBUS_SESSION_BUS_ADDRESS: address };
  // It goes into the background when it is ready, and ends with its bus.
  const daemon = spawn('gnome-keyring-daemon', ['--unlock'], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ready = new Promise<void>((resolve, reject) => {
    daemon.once('error', reject);
    daemon.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`gnome-keyring-daemon ended with ${code}`))));
  });
  daemon.stdin?.end('test-keyring');
  await ready;
  return {
    env,
    before: join(import.meta.dirname, 'real-keyring.cjs'),
    close() {
      bus.kill('SIGKILL');
      rmSync(home, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${child.spawnfile} ended with ${code}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      text += String(chunk);
      if (text.includes('\n')) resolve(text.split('\n')[0]?.trim() ?? '');
    });
  });
}
