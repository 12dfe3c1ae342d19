import Database from 'better-sqlite3';
import type { KillPoint } from './messages.ts';

type Transaction = (...values: unknown[]) => unknown;

/**
 * Every write of the journal is a transaction, so all of them pass here. The library is changed and not the program, which stays as it
 * ships.
 *
 * @returns begins to count, where the point does not count from the start on
 */
export function killAtWrite({ write, moment, from }: KillPoint): () => void {
  let writes = from === 'start' ? 0 : Number.NEGATIVE_INFINITY;
  const begin = Database.prototype.transaction;
  const replacement = function transaction(this: Database.Database, body: Transaction): Transaction {
    const watched = (...values: unknown[]): unknown => {
      const result = body(...values);
      if (writes === write && moment === 'within') die();
      return result;
    };
    const { immediate } = begin.call(this, watched);
    const counted = (...values: unknown[]): unknown => {
      writes += 1;
      if (writes === write && moment === 'before') die();
      const result = immediate(...values);
      if (writes === write && moment === 'after') die();
      return result;
    };
    return Object.assign(counted, { immediate: counted, exclusive: counted, deferred: counted, default: counted, database: this });
  };
  Object.defineProperty(Database.prototype, 'transaction', { value: replacement });
  return () => {
    if (from === 'order') writes = 0;
  };
}

/** A SIGKILL to the own process takes effect before the call returns: no instruction of the program runs after it. */
function die(): void {
  process.kill(process.pid, 'SIGKILL');
}
