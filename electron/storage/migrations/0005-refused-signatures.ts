/**
 * Signatures that still want somebody are found without a walk through the payments, however old they are. Stored states and
 * events know from here on that a named person let the charge of a refused signature stand.
 */
export const migration0005 = {
  version: 5,
  name: 'refused signatures',
  sql: `
    CREATE INDEX payments_unsigned ON payments (number)
      WHERE state_name = 'approved' AND json_extract(state, '$.signature') IN ('asked', 'refused');
  `,
  readsAlike: true,
} as const;
