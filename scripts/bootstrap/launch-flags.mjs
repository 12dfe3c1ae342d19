import { existsSync } from 'node:fs';

/** The flags that this machine needs, in development and tests only. A packaged program gets none. */
export function launchFlags() {
  if (process.platform !== 'linux') return [];
  return [
    // Chromium's sandbox does not run as root, and containers run as root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(existsSync('/dev/dri') ? [] : ['--disable-gpu']),
  ];
}
