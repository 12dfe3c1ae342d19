/**
 * The journal's first schema. A migration that has shipped is never edited: a change is a new number.
 *
 * `payments` holds the fixed facts of a payment, and a cache of its state after all events. `payment_events` is the truth: rows are added
 * and nothing else. The database itself enforces the rules, so that no code can bypass them.
 */
export const migration0001 = {
  version: 1,
  name: 'journal',
  sql: `
    CREATE TABLE payments (
      number        INTEGER PRIMARY KEY,
      id            TEXT NOT NULL UNIQUE,
      order_id      TEXT NOT NULL UNIQUE,
      attempt       TEXT NOT NULL UNIQUE,
      kind          TEXT NOT NULL,
      request_id    TEXT,
      original_id   TEXT REFERENCES payments (id),
      amount_minor  INTEGER NOT NULL CHECK (amount_minor BETWEEN 1 AND 99999999),
      currency      TEXT NOT NULL,
      terminal_id   TEXT,
      terminal_name TEXT,
      point_of_sale TEXT,
      reference     TEXT NOT NULL,
      operator      TEXT,
      environment   TEXT NOT NULL,
      started_at    TEXT NOT NULL CHECK (started_at GLOB '????-??-??T*Z'),
      -- the cache
      state_name    TEXT NOT NULL,
      state         TEXT NOT NULL,
      sent_at       TEXT,
      released_at   TEXT,
      ended_at      TEXT,
      CHECK (state_name = json_extract(state, '$.name')),
      -- A payment without a terminal would slip through the index below.
      CHECK (kind = 'manual' OR terminal_id IS NOT NULL),
      -- A manual record is a person's word from its first row on; it is never open.
      CHECK (kind <> 'manual' OR state_name = 'settled-by-person')
    ) STRICT;

    -- At most one payment at a time may be waiting for a card at one terminal.
    CREATE UNIQUE INDEX one_open_payment_per_terminal ON payments (terminal_id)
      WHERE released_at IS NULL AND state_name IN ('created', 'sent', 'cancelling', 'checking');

    CREATE INDEX payments_open ON payments (number) WHERE state_name IN ('created', 'sent', 'cancelling', 'checking');
    CREATE INDEX payments_unresolved ON payments (number) WHERE state_name = 'unresolved';
    CREATE INDEX payments_by_reference ON payments (reference);
    CREATE INDEX payments_by_start ON payments (started_at);
    CREATE INDEX payments_by_terminal ON payments (terminal_id, number);
    CREATE INDEX payments_by_original ON payments (original_id) WHERE original_id IS NOT NULL;

    CREATE TABLE payment_events (
      number     INTEGER PRIMARY KEY,
      payment_id TEXT NOT NULL REFERENCES payments (id),
      seq        INTEGER NOT NULL CHECK (seq >= 1),
      at         TEXT NOT NULL CHECK (at GLOB '????-??-??T*Z'),
      event      TEXT NOT NULL CHECK (json_valid(event)),
      state      TEXT NOT NULL CHECK (json_valid(state)),
      evidence   TEXT CHECK (evidence IS NULL OR json_valid(evidence)),
      UNIQUE (payment_id, seq)
    ) STRICT;

    CREATE TRIGGER payment_events_never_change BEFORE UPDATE ON payment_events
      BEGIN SELECT RAISE (ABORT, 'payment_events: rows never change'); END;
    CREATE TRIGGER payment_events_never_go BEFORE DELETE ON payment_events
      BEGIN SELECT RAISE (ABORT, 'payment_events: rows are never deleted'); END;
    CREATE TRIGGER payment_events_follow_each_other BEFORE INSERT ON payment_events
      WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM payment_events WHERE payment_id = NEW.payment_id)
      BEGIN SELECT RAISE (ABORT, 'payment_events: seq must be the next one'); END;

    CREATE TRIGGER payments_never_go BEFORE DELETE ON payments
      BEGIN SELECT RAISE (ABORT, 'payments: rows are never deleted'); END;
    CREATE TRIGGER payments_facts_never_change
      BEFORE UPDATE OF number, id, order_id, attempt, kind, request_id, original_id, amount_minor, currency, terminal_id,
        terminal_name, point_of_sale, reference, operator, environment, started_at ON payments
      BEGIN SELECT RAISE (ABORT, 'payments: facts never change'); END;
    CREATE TRIGGER payments_moments_are_set_once BEFORE UPDATE OF sent_at, released_at, ended_at ON payments
      WHEN (OLD.sent_at IS NOT NULL AND NEW.sent_at IS NOT OLD.sent_at)
        OR (OLD.released_at IS NOT NULL AND NEW.released_at IS NOT OLD.released_at)
        OR (OLD.ended_at IS NOT NULL AND NEW.ended_at IS NOT OLD.ended_at)
      BEGIN SELECT RAISE (ABORT, 'payments: a moment is set once'); END;
    CREATE TRIGGER payments_cache_says_what_the_last_event_says BEFORE UPDATE OF state_name, state ON payments
      WHEN NEW.state IS NOT (SELECT state FROM payment_events WHERE payment_id = NEW.id ORDER BY seq DESC LIMIT 1)
      BEGIN SELECT RAISE (ABORT, 'payments: the cached state must be the last event''s'); END;

    -- What this PC's desk chose. No money: it may be overwritten, and be chosen again.
    CREATE TABLE desk (
      key   TEXT PRIMARY KEY,
      value TEXT NOT NULL CHECK (json_valid(value))
    ) STRICT, WITHOUT ROWID;
  `,
} as const;
