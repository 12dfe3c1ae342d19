import { existsSync } from 'node:fs';

/** The flags that this machine, not the program, asks for. In development and tests only: a packaged program gets none. */
export function launchFlags() {
  if (process.platform !== 'linux') return [];
  return [
    // Chromium's sandbox refuses to run as root, which is what containers are.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(existsSync('/dev/dri') ? [] : ['--disable-gpu']),
  ];
}
