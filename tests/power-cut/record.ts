import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DiskOperation, readRecording } from './recording.ts';
import type { Orders } from './written.ts';

const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Lets the real storage write under the shim. @throws where there is no C compiler: the bootstrap installs one. */
export function recordWrites({ sessions, weaker }: Pick<Orders, 'sessions' | 'weaker'>): DiskOperation[] {
  const place = mkdtempSync(join(tmpdir(), 'willba-pos-power-'));
  try {
    const shim = join(place, 'record-writes.so');
    execFileSync('gcc', ['-shared', '-fPIC', '-O1', '-Wall', '-o', shim, beside('record-writes.c'), '-ldl']);
    const folder = join(place, 'data');
    mkdirSync(folder);
    const log = join(place, 'recording');
    const orders: Orders = { folder, sessions, weaker };
    execFileSync(process.execPath, [beside('writer-process.ts'), JSON.stringify(orders)], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', LD_PRELOAD: shim, POWER_CUT_FOLDER: `${folder}/`, POWER_CUT_LOG: log },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return readRecording(readFileSync(log));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
