import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Log } from '../support/log.ts';
import type { DeskTable } from './desk-table.ts';

export const INSTALLATION_KEY = 'installation';

/**
 * The id of this journal among those of the property. It is made when it is first asked for: only what is shared with other desks needs it.
 * If it cannot be stored, it holds for this run.
 */
export function createInstallation(table: DeskTable, log: Log): { readonly installation: () => string } {
  let known: string | null = null;

  function readOrMake(): string {
    try {
      const kept = table.read(INSTALLATION_KEY, z.uuid());
      if (kept !== null) return kept;
    } catch (cause) {
      log.error("this installation's id cannot be read", cause);
    }
    const made = randomUUID();
    const stored = table.write(INSTALLATION_KEY, made);
    if (!stored.ok) log.error("this installation's id could not be stored", stored.error.cause);
    return made;
  }

  return {
    installation() {
      known ??= readOrMake();
      return known;
    },
  };
}
