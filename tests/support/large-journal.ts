import type { SqliteDatabase } from '../../electron/storage/sqlite.ts';
import { referenceKey } from '../../shared/reference.ts';

export type LargeJournal = {
  readonly payments: number;
  /**
   * How many of them, the newest, began between `from` and `to` (ISO 8601 in UTC): the same ones, whatever lies before. All others
   * began a day before or earlier, one every two minutes.
   */
  readonly today: number;
  readonly from: string;
  readonly to: string;
};

const EVERY_MS = 120_000;
const DAY_MS = 24 * 3_600_000;

/**
 * Fills a new journal with typical payments: nine of ten sales were paid, some were declined, cancelled, timed out or refused, some were
 * given back or recorded by hand. The program itself could have written each row. Written by SQL in one transaction: a hundred thousand
 * take a few seconds.
 */
export function fillJournal(database: SqliteDatabase, { payments, today, from, to }: LargeJournal): void {
  database.function('reference_key_of', { deterministic: true }, (reference) => referenceKey(String(reference)));
  const start = Date.parse(from);
  const todayStep = (Date.parse(to) - start) / Math.max(1, today);
  database
    .transaction(() => {
      database.exec(`CREATE TEMP TABLE seed (i INTEGER PRIMARY KEY, at TEXT, kind TEXT, outcome TEXT, minor INTEGER)`);
      database
        .prepare(
          `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :payments)
          INSERT INTO seed SELECT i,
            strftime('%Y-%m-%dT%H:%M:%fZ', (CASE WHEN i > :payments - :today THEN :start + (i - (:payments - :today)) * :todayStep
              ELSE :start - :day - (:payments - :today - i) * :every END) / 1000.0, 'unixepoch'),
            CASE WHEN i > 10 AND back % 29 = 0 THEN 'refund' WHEN i > 10 AND back % 97 = 0 THEN 'void' WHEN back % 31 = 0 THEN 'manual'
              ELSE 'sale' END,
            CASE WHEN back % 17 = 0 THEN 'declined' WHEN back % 23 = 0 THEN 'cancelled' WHEN back % 41 = 0 THEN 'timed-out'
              WHEN back % 37 = 0 THEN 'refused' ELSE 'approved' END,
            500 + (back * 7919) % 40000
          FROM (SELECT i, :payments - i AS back FROM n)`,
        )
        .run({ payments, today, start, todayStep, every: EVERY_MS, day: DAY_MS });
      database.exec(SEED);
      database.exec('DROP TABLE seed');
    })
    .immediate();
}

const APPROVAL = `json_object('chargedMinor', minor, 'tipMinor', 0, 'surchargeMinor', 0, 'stan', printf('%06d', i % 1000000), 'card', NULL)`;
const STATE = `CASE
  WHEN kind = 'manual' THEN json_object('name', 'settled-by-person', 'settlement', json_object('charged', json('true'), 'by', 'Maija V.',
    'reason', 'Pääte oli poissa', 'evidence', printf('%06d 1234', i % 1000000), 'at', at), 'approval', NULL)
  WHEN outcome = 'approved' THEN json_patch(json_object('name', 'approved', 'proof', 'answer'), json_object('chargedMinor', minor, 'tipMinor', 0,
    'surchargeMinor', 0, 'stan', printf('%06d', i % 1000000)))
  WHEN outcome = 'declined' THEN json_object('name', 'declined', 'hostCode', '51')
  WHEN outcome = 'cancelled' THEN json_object('name', 'cancelled', 'by', 'guest')
  WHEN outcome = 'timed-out' THEN json_object('name', 'timed-out')
  ELSE json_object('name', 'refused', 'reason', 'busy') END`;
const EVENT = `CASE
  WHEN kind = 'manual' THEN json_object('type', 'settled', 'settlement', json_extract(state, '$.settlement'))
  ELSE json_object('type', 'answered', 'outcome', CASE outcome WHEN 'approved' THEN json_object('kind', 'approved', 'approval', ${APPROVAL})
    WHEN 'refused' THEN json_object('kind', 'refused', 'reason', 'busy')
    ELSE json_object('kind', 'rejected', 'how', CASE outcome WHEN 'declined' THEN 'host' ELSE outcome END, 'hostCode',
      CASE outcome WHEN 'declined' THEN '51' END) END) END`;
const EVIDENCE = `CASE WHEN kind <> 'manual' THEN json_object('status', 200, 'elapsedMs', 14000 + i % 9000, 'bodySha256', printf('%064x', i), 'bodyBytes', 1800,
  'record', json_object('result', CASE outcome WHEN 'approved' THEN 0 ELSE 1 END, 'totalMinor', minor, 'tipMinor', 0, 'surchargeMinor', 0,
    'orderId', 'seed-' || i, 'stan', printf('%06d', i % 1000000), 'timeStamp', at, 'card', NULL, 'responseCode', '00', 'cvm', '0',
    'sessionNumber', '000001'), 'failureText', NULL, 'transport', NULL) END`;

// An approval without a card: json_patch drops what is null, so it is set afterwards.
const WHOLE_STATE = `CASE WHEN outcome = 'approved' AND kind <> 'manual' THEN json_set(${STATE}, '$.card', NULL) ELSE ${STATE} END`;

const SEED = `
  INSERT INTO payments (id, order_id, attempt, kind, request_id, original_id, amount_minor, currency, terminal_id, terminal_name,
    point_of_sale, reference, reference_key, operator, environment, started_at, state_name, state, sent_at, released_at, ended_at)
  SELECT 'seed-' || i, 'seed-' || i, 'attempt-seed-' || i, kind, NULL,
    CASE WHEN kind IN ('refund', 'void') THEN 'seed-' || (i - 3) END, minor, 'EUR',
    CASE WHEN kind <> 'manual' THEN '7100000' || (1 + i % 5) END, CASE WHEN kind <> 'manual' THEN 'Päätelaite ' || (1 + i % 5) END,
    'Vastaanotto', 'R-' || i, reference_key_of('R-' || i), 'Maija V.', 'test', at, json_extract(state, '$.name'), state,
    CASE WHEN kind <> 'manual' THEN at END, NULL, at
  FROM (SELECT *, ${WHOLE_STATE} AS state FROM seed) ORDER BY i;

  INSERT INTO payment_events (payment_id, seq, at, event, state, evidence)
  SELECT 'seed-' || i, seq, at, CASE seq WHEN last THEN ${EVENT} WHEN 1 THEN '{"type":"started"}' ELSE '{"type":"cleared"}' END,
    CASE seq WHEN last THEN state WHEN 1 THEN '{"name":"created"}' ELSE '{"name":"sent","written":false}' END,
    CASE seq WHEN last THEN ${EVIDENCE} END
  FROM (SELECT *, ${WHOLE_STATE} AS state, CASE kind WHEN 'manual' THEN 1 ELSE 3 END AS last FROM seed)
    JOIN (SELECT 1 AS seq UNION ALL SELECT 2 UNION ALL SELECT 3) ON seq <= last
  ORDER BY i, seq;
`;
