/** Finds the payments that answer a request of Willba, so that its link is good once. */
export const migration0010 = {
  version: 10,
  name: 'requests',
  readsAlike: true,
  sql: 'CREATE INDEX payments_by_request ON payments (request_id) WHERE request_id IS NOT NULL;',
} as const;
