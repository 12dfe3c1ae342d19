/**
 * Reconciliations and closed days. Rows are added and never change.
 *
 * `after_payment`: the newest payment when the request left. A sale up to there may have been in the session that it closed, so it cannot
 * be voided any more. That does not depend on the clock, which people set. `last_row`: the journal's newest row at the close; whatever
 * came after it came to light later. A day is closed once: two closed days of the same money never overlap.
 */
export const migration0013 = {
  version: 13,
  name: 'day close',
  readsAlike: true,
  sql: `
    CREATE TABLE reconciliations (
      number        INTEGER PRIMARY KEY,
      id            TEXT NOT NULL UNIQUE,
      terminal_id   TEXT NOT NULL,
      terminal_name TEXT,
      by_whom       TEXT,
      environment   TEXT NOT NULL,
      started_at    TEXT NOT NULL CHECK (started_at GLOB '????-??-??T*Z'),
      after_payment INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX reconciliations_by_terminal ON reconciliations (terminal_id, after_payment);
    CREATE INDEX reconciliations_by_start ON reconciliations (started_at);

    CREATE TABLE reconciliation_answers (
      reconciliation_number INTEGER PRIMARY KEY REFERENCES reconciliations (number),
      at             TEXT NOT NULL CHECK (at GLOB '????-??-??T*Z'),
      outcome        TEXT NOT NULL CHECK (outcome IN ('done', 'not-done', 'not-confirmed')),
      reason         TEXT CHECK ((reason IS NULL) = (outcome = 'done')),
      session_number TEXT,
      text           TEXT CHECK ((text IS NOT NULL) = (outcome = 'done')),
      evidence       TEXT NOT NULL CHECK (json_valid(evidence))
    ) STRICT;

    CREATE TABLE day_closes (
      number      INTEGER PRIMARY KEY,
      id          TEXT NOT NULL UNIQUE,
      day_start   TEXT NOT NULL CHECK (day_start GLOB '????-??-??T*Z'),
      day_end     TEXT NOT NULL CHECK (day_end GLOB '????-??-??T*Z' AND day_end > day_start),
      currency    TEXT NOT NULL,
      environment TEXT NOT NULL,
      last_row    INTEGER NOT NULL,
      content     TEXT NOT NULL CHECK (json_valid(content))
    ) STRICT;
    CREATE INDEX day_closes_by_day ON day_closes (environment, currency, day_end);

    CREATE TABLE day_close_reconciliations (
      reconciliation_number INTEGER PRIMARY KEY REFERENCES reconciliations (number),
      close_number          INTEGER NOT NULL REFERENCES day_closes (number)
    ) STRICT;

    CREATE TRIGGER day_closes_never_overlap BEFORE INSERT ON day_closes
      WHEN EXISTS (
        SELECT 1 FROM day_closes AS other WHERE other.environment = NEW.environment AND other.currency = NEW.currency
          AND other.day_end > NEW.day_start AND other.day_start < NEW.day_end)
      BEGIN SELECT RAISE (ABORT, 'day_closes: a day is closed once'); END;

    CREATE TRIGGER reconciliations_never_change BEFORE UPDATE ON reconciliations
      BEGIN SELECT RAISE (ABORT, 'reconciliations: rows never change'); END;
    CREATE TRIGGER reconciliations_never_go BEFORE DELETE ON reconciliations
      BEGIN SELECT RAISE (ABORT, 'reconciliations: rows are never deleted'); END;
    CREATE TRIGGER reconciliation_answers_never_change BEFORE UPDATE ON reconciliation_answers
      BEGIN SELECT RAISE (ABORT, 'reconciliation_answers: rows never change'); END;
    CREATE TRIGGER reconciliation_answers_never_go BEFORE DELETE ON reconciliation_answers
      BEGIN SELECT RAISE (ABORT, 'reconciliation_answers: rows are never deleted'); END;
    CREATE TRIGGER day_closes_never_change BEFORE UPDATE ON day_closes
      BEGIN SELECT RAISE (ABORT, 'day_closes: a closed day never changes'); END;
    CREATE TRIGGER day_closes_never_go BEFORE DELETE ON day_closes
      BEGIN SELECT RAISE (ABORT, 'day_closes: a closed day is never deleted'); END;
    CREATE TRIGGER day_close_reconciliations_never_change BEFORE UPDATE ON day_close_reconciliations
      BEGIN SELECT RAISE (ABORT, 'day_close_reconciliations: rows never change'); END;
    CREATE TRIGGER day_close_reconciliations_never_go BEFORE DELETE ON day_close_reconciliations
      BEGIN SELECT RAISE (ABORT, 'day_close_reconciliations: rows are never deleted'); END;
  `,
} as const;
