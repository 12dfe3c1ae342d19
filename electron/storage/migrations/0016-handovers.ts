/** Who took over at a change of shift, and what was open then. No row is ever changed or removed. */
export const migration0016 = {
  version: 16,
  name: 'handovers',
  readsAlike: true,
  sql: `
    CREATE TABLE handovers (
      number    INTEGER PRIMARY KEY,
      id        TEXT NOT NULL UNIQUE,
      at        TEXT NOT NULL CHECK (at GLOB '????-??-??T*Z'),
      from_whom TEXT,
      by_whom   TEXT NOT NULL,
      items     TEXT NOT NULL CHECK (json_valid(items))
    ) STRICT;
    CREATE INDEX handovers_by_time ON handovers (at);
    CREATE TRIGGER handovers_never_change BEFORE UPDATE ON handovers
      BEGIN SELECT RAISE (ABORT, 'handovers: rows never change'); END;
    CREATE TRIGGER handovers_never_go BEFORE DELETE ON handovers
      BEGIN SELECT RAISE (ABORT, 'handovers: rows are never removed'); END;
  `,
} as const;
