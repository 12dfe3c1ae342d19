/** A payment is found by the last four digits of its card without reading every card of years. The previous schema can be read as it is. */
export const migration0014 = {
  version: 14,
  name: 'find by card',
  readsAlike: true,
  sql: 'CREATE INDEX card_data_by_last4 ON card_data (last4, event_number) WHERE last4 IS NOT NULL;',
} as const;
