import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';

/** For `LaunchOptions.before`: the page is there, and the program is not told of anything that it asks. */
export const holdCommands = join(import.meta.dirname, 'hold-commands.cjs');
/** The window is closed before the program is composed. */
export const closeAtOnce = join(import.meta.dirname, 'close-at-once.cjs');

type Held = { readonly asked: readonly string[]; readonly letThrough: () => void };

/** The channels on which the page has asked so far. */
export const askedSoFar = (app: ElectronApplication): Promise<readonly string[]> =>
  app.evaluate(() => [...(globalThis as unknown as { heldCommands: Held }).heldCommands.asked]);

/** Everything that was held goes to the program, and so does what is asked from now on. */
export function letThrough(app: ElectronApplication): Promise<void> {
  const open = () => app.evaluate(() => (globalThis as unknown as { heldCommands: Held }).heldCommands.letThrough());
  // The debugger may lose its answer while the program is composed. What is open stays open.
  return open().catch(open);
}
