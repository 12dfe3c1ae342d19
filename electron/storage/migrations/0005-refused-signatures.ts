/**
 * An index finds signatures that somebody must still handle, however old they are, without reading all payments. Stored states and events
 * may now say that a named person kept the charge of a refused signature.
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
