/**
 * What other systems must still be told. The database itself adds a row for each state that a payment or a person's decision reaches, in
 * the transaction of the journal's row: neither can be written without the other, whatever code writes it.
 *
 * It does so only while the receiver is set up (`outbox:<receiver>` in `desk`, storage/outbox.ts), and to the end for a payment of which it
 * has begun to tell: a webhook that was away for a while leaves nothing half told. Steps that an export does not show, such
 * as one more lookup, are no news. `body` is what is sent, kept from the first try on, so that every further try sends the same.
 */
export const migration0009 = {
  version: 9,
  name: 'outbox',
  readsAlike: true,
  sql: `
    CREATE TABLE outbox (
      sequence     INTEGER PRIMARY KEY AUTOINCREMENT,
      receiver     TEXT NOT NULL CHECK (receiver IN ('willba')),
      id           TEXT NOT NULL UNIQUE,
      event_number INTEGER NOT NULL REFERENCES payment_events (number),
      payment_id   TEXT NOT NULL REFERENCES payments (id),
      body         TEXT CHECK (body IS NULL OR json_valid(body)),
      accepted_at  TEXT CHECK (accepted_at GLOB '????-??-??T*Z'),
      UNIQUE (event_number, receiver)
    ) STRICT;
    CREATE INDEX outbox_waiting ON outbox (receiver, payment_id, sequence) WHERE accepted_at IS NULL;
    CREATE INDEX outbox_by_payment ON outbox (payment_id);
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
        WHERE key IN ('outbox:willba') AND (value = 'true' OR EXISTS (SELECT 1 FROM outbox WHERE payment_id = NEW.payment_id));
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
