/**
 * Receipt texts, as the terminal formatted them. They hold the card's last four digits, so they stand in a table from which they can be
 * erased, like card data. Receipts of payments before this were not kept.
 */
export const migration0012 = {
  version: 12,
  name: 'receipts',
  readsAlike: true,
  sql: `
    CREATE TABLE receipts (
      event_number INTEGER NOT NULL REFERENCES payment_events (number),
      copy         TEXT NOT NULL CHECK (copy IN ('customer', 'merchant', 'terminal')),
      text         TEXT NOT NULL,
      PRIMARY KEY (event_number, copy)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER receipts_never_change BEFORE UPDATE ON receipts
      BEGIN SELECT RAISE (ABORT, 'receipts: rows are erased and never changed'); END;
  `,
} as const;
