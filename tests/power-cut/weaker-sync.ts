import Database from 'better-sqlite3';

/** The product checks its own settings at every open; the control lies to that check, and only to it. */
export function lowerToNormal(): void {
  const real = Database.prototype.pragma;
  const replacement = function pragma(this: Database.Database, text: string, options?: Database.PragmaOptions): unknown {
    if (text === 'synchronous = FULL') return real.call(this, 'synchronous = NORMAL', options);
    return text === 'synchronous' ? 2 : real.call(this, text, options);
  };
  Object.defineProperty(Database.prototype, 'pragma', { value: replacement });
}
