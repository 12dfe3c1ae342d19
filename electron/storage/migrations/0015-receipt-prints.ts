/**
 * Which receipts were printed or saved. A print is written before it begins, and its end in a row of its own: what has no end, or one that
 * nobody knows, counts as made. No row is ever changed or removed.
 */
export const migration0015 = {
  version: 15,
  name: 'receipt-prints',
  readsAlike: true,
  sql: `
    CREATE TABLE receipt_prints (
      number     INTEGER PRIMARY KEY,
      payment_id TEXT NOT NULL REFERENCES payments (id),
      copy       TEXT NOT NULL CHECK (copy IN ('customer', 'merchant')),
      how        TEXT NOT NULL CHECK (how IN ('printer', 'pdf')),
      at         TEXT NOT NULL,
      by         TEXT
    ) STRICT;
    CREATE INDEX receipt_prints_of ON receipt_prints (payment_id, copy);
    CREATE TABLE receipt_print_ends (
      number INTEGER PRIMARY KEY REFERENCES receipt_prints (number),
      end    TEXT NOT NULL CHECK (end IN ('made', 'unknown', 'not-made')),
      at     TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER receipt_prints_never_change BEFORE UPDATE ON receipt_prints
      BEGIN SELECT RAISE (ABORT, 'receipt_prints: rows never change'); END;
    CREATE TRIGGER receipt_prints_never_go BEFORE DELETE ON receipt_prints
      BEGIN SELECT RAISE (ABORT, 'receipt_prints: rows are never removed'); END;
    CREATE TRIGGER receipt_print_ends_never_change BEFORE UPDATE ON receipt_print_ends
      BEGIN SELECT RAISE (ABORT, 'receipt_print_ends: rows never change'); END;
    CREATE TRIGGER receipt_print_ends_never_go BEFORE DELETE ON receipt_print_ends
      BEGIN SELECT RAISE (ABORT, 'receipt_print_ends: rows are never removed'); END;
  `,
} as const;
