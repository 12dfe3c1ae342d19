import { join } from 'node:path';

/** The program as it ships, or the copy with one other fuse that Playwright can control (scripts/packaging/after-pack.mjs). */
export type PackedKind = 'release' | 'inspectable';

const dist = join(import.meta.dirname, '..', '..', 'dist');
const windows = process.platform === 'win32';

/** The folder that `npm run pack` made. */
export function packagedFolder(kind: PackedKind): string {
  const folder = windows ? 'win-unpacked' : 'linux-unpacked';
  return join(dist, kind === 'release' ? folder : `${folder}-inspectable`);
}

export function packagedProgram(kind: PackedKind): string {
  return join(packagedFolder(kind), windows ? 'Willba POS.exe' : 'willba-pos');
}
