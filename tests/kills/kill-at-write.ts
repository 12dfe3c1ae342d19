import Database from 'better-sqlite3';
import type { KillPoint } from './messages.ts';

type Transaction = (...values: unknown[]) => unknown;

/**
 * Every write of the journal is a transaction, so this is the one place where all of them pass. It is done to the library,
 * not to the product, which stays as it ships.
 */
export function killAtWrite({ write, moment }: KillPoint): void {
  let writes = 0;
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
}

/** SIGKILL to oneself is delivered before the call returns: not one instruction of the product runs after it. */
function die(): void {
  process.kill(process.pid, 'SIGKILL');
}
