/**
 * Card brand and last four digits move from the rows that nobody may change to a table from which they can be erased.
 *
 * They were in four places of a row's JSON, and in a person's word as `receipt ····1234`. Reading puts them back; after erasing, a card
 * reads as null and a word ends with its dots. `order_id`: the id in a lookup's record, so that a card is also found under the payment it
 * belongs to when another one's lookup showed it.
 *
 * The file is compacted first: data that earlier versions overwrote is still in its pages, with the digits in it. The rule against changed
 * rows is removed for one statement and then restored unchanged. The previous schema can be read as it is.
 */
export const migration0008 = {
  version: 8,
  name: 'card data apart',
  readsAlike: true,
  compactFirst: true,
  sql: `
    CREATE TABLE card_data (
      event_number INTEGER NOT NULL REFERENCES payment_events (number),
      place        TEXT NOT NULL CHECK (place IN ('event', 'state', 'evidence', 'event-word', 'state-word')),
      brand        TEXT CHECK (place GLOB '*-word' = (brand IS NULL)),
      last4        TEXT CHECK (last4 IS NOT NULL OR brand IS NOT NULL),
      order_id     TEXT,
      PRIMARY KEY (event_number, place)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX card_data_by_order ON card_data (order_id) WHERE order_id IS NOT NULL;

    INSERT INTO card_data (event_number, place, brand, last4, order_id)
    SELECT number, place, card ->> '$.brand', card ->> '$.last4', order_id FROM (
      SELECT number, 'event' AS place, coalesce(event -> '$.outcome.approval.card', event -> '$.answer.record.card') AS card,
        event ->> '$.answer.record.orderId' AS order_id FROM payment_events
      UNION ALL
      SELECT number, 'state', coalesce(state -> '$.card', state -> '$.approval.card'), NULL FROM payment_events
      UNION ALL
      SELECT number, 'evidence', evidence -> '$.record.card',
        iif(event ->> '$.type' IN ('looked-up', 'original-looked-up'), evidence ->> '$.record.orderId', NULL) FROM payment_events
    ) WHERE card ->> '$.brand' IS NOT NULL;

    INSERT INTO card_data (event_number, place, last4)
    SELECT number, place, substr(word, -4) FROM (
      SELECT number, 'event-word' AS place, event ->> '$.settlement.evidence' AS word FROM payment_events
      UNION ALL
      SELECT number, 'state-word', state ->> '$.settlement.evidence' FROM payment_events
    ) WHERE word GLOB '* ····[0-9][0-9][0-9][0-9]';

    DROP TRIGGER payment_events_never_change;
    UPDATE payment_events SET
      event = json_replace(event, '$.outcome.approval.card', NULL, '$.answer.record.card', NULL),
      state = json_replace(state, '$.card', NULL, '$.approval.card', NULL),
      evidence = json_replace(evidence, '$.record.card', NULL)
    WHERE number IN (SELECT event_number FROM card_data WHERE brand IS NOT NULL);
    UPDATE payment_events SET
      event = json_replace(event, '$.settlement.evidence', rtrim(event ->> '$.settlement.evidence', '0123456789'))
    WHERE number IN (SELECT event_number FROM card_data WHERE place = 'event-word');
    UPDATE payment_events SET
      state = json_replace(state, '$.settlement.evidence', rtrim(state ->> '$.settlement.evidence', '0123456789'))
    WHERE number IN (SELECT event_number FROM card_data WHERE place = 'state-word');
    CREATE TRIGGER payment_events_never_change BEFORE UPDATE ON payment_events
      BEGIN SELECT RAISE (ABORT, 'payment_events: rows never change'); END;

    UPDATE payments SET state = (SELECT state FROM payment_events WHERE payment_id = payments.id ORDER BY seq DESC LIMIT 1)
    WHERE id IN (SELECT payment_id FROM payment_events JOIN card_data ON event_number = number WHERE place IN ('state', 'state-word'));

    CREATE TRIGGER payment_events_hold_no_card BEFORE INSERT ON payment_events
      WHEN coalesce(
        json_extract(NEW.event, '$.outcome.approval.card'), json_extract(NEW.event, '$.answer.record.card'),
        json_extract(NEW.state, '$.card'), json_extract(NEW.state, '$.approval.card'), json_extract(NEW.evidence, '$.record.card')
      ) IS NOT NULL
        OR json_extract(NEW.event, '$.settlement.evidence') GLOB '* ····[0-9][0-9][0-9][0-9]'
        OR json_extract(NEW.state, '$.settlement.evidence') GLOB '* ····[0-9][0-9][0-9][0-9]'
      BEGIN SELECT RAISE (ABORT, 'payment_events: card data has a table of its own'); END;
    -- It may be erased. What is not erased is what was seen.
    CREATE TRIGGER card_data_never_changes BEFORE UPDATE ON card_data
      BEGIN SELECT RAISE (ABORT, 'card_data: rows are erased and never changed'); END;
  `,
} as const;
