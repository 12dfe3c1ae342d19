/**
 * The outbox has a second receiver: the customer's Strapi, through which the desks of a property know of each other's payments.
 *
 * A check of a column can only be changed by making the table anew. All rows keep their numbers, and the next one gets the number that it
 * would have got. The trigger adds a row for each receiver that is set up; what it tells, and to what end, is as before (0009-outbox.ts).
 */
export const migration0011 = {
  version: 11,
  name: 'outbox for Strapi',
  readsAlike: true,
  sql: `
    DROP TRIGGER payment_events_reach_the_outbox;

    CREATE TABLE outbox_of_each (
      sequence     INTEGER PRIMARY KEY AUTOINCREMENT,
      receiver     TEXT NOT NULL CHECK (receiver IN ('willba', 'strapi')),
      id           TEXT NOT NULL UNIQUE,
      event_number INTEGER NOT NULL REFERENCES payment_events (number),
      payment_id   TEXT NOT NULL REFERENCES payments (id),
      body         TEXT CHECK (body IS NULL OR json_valid(body)),
      accepted_at  TEXT CHECK (accepted_at GLOB '????-??-??T*Z'),
      UNIQUE (event_number, receiver)
    ) STRICT;
    INSERT INTO outbox_of_each (sequence, receiver, id, event_number, payment_id, body, accepted_at)
    SELECT sequence, receiver, id, event_number, payment_id, body, accepted_at FROM outbox ORDER BY sequence;
    DELETE FROM sqlite_sequence WHERE name = 'outbox_of_each';
    INSERT INTO sqlite_sequence (name, seq) SELECT 'outbox_of_each', seq FROM sqlite_sequence WHERE name = 'outbox';
    DROP TABLE outbox;
    ALTER TABLE outbox_of_each RENAME TO outbox;

    CREATE INDEX outbox_waiting ON outbox (receiver, payment_id, sequence) WHERE accepted_at IS NULL;
    CREATE INDEX outbox_by_payment ON outbox (payment_id, receiver);
    CREATE INDEX outbox_accepted ON outbox (accepted_at) WHERE accepted_at IS NOT NULL;

    CREATE TRIGGER payment_events_reach_the_outbox AFTER INSERT ON payment_events
      WHEN NEW.seq = 1 OR NEW.event ->> '$.type' = 'released' OR EXISTS (
        SELECT 1 FROM payment_events AS before WHERE before.payment_id = NEW.payment_id AND before.seq = NEW.seq - 1 AND (
          before.state ->> '$.name' IS NOT NEW.state ->> '$.name'
          OR before.state ->> '$.cause' IS NOT NEW.state ->> '$.cause'
          OR (NEW.state ->> '$.name' IN ('approved', 'settled-by-person') AND before.state IS NOT NEW.state)))
      BEGIN
        INSERT INTO outbox (receiver, id, event_number, payment_id)
        SELECT substr(key, 8), 'evt_' || lower(hex(randomblob(16))), NEW.number, NEW.payment_id FROM desk
        WHERE key IN ('outbox:willba', 'outbox:strapi') AND (value = 'true'
          OR EXISTS (SELECT 1 FROM outbox WHERE payment_id = NEW.payment_id AND receiver = substr(key, 8)));
      END;

    CREATE TRIGGER outbox_rows_never_change BEFORE UPDATE ON outbox
      WHEN NEW.sequence IS NOT OLD.sequence OR NEW.receiver IS NOT OLD.receiver OR NEW.id IS NOT OLD.id
        OR NEW.event_number IS NOT OLD.event_number OR NEW.payment_id IS NOT OLD.payment_id
        OR (OLD.body IS NOT NULL AND NEW.body IS NOT OLD.body)
        OR (OLD.accepted_at IS NOT NULL AND NEW.accepted_at IS NOT OLD.accepted_at)
      BEGIN SELECT RAISE (ABORT, 'outbox: an event never changes'); END;
    CREATE TRIGGER outbox_keeps_what_was_not_accepted BEFORE DELETE ON outbox WHEN OLD.accepted_at IS NULL
      BEGIN SELECT RAISE (ABORT, 'outbox: only accepted events are deleted'); END;
  `,
} as const;
