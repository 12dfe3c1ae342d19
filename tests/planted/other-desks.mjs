/** What the desks of a property share. */
export const otherDesksBugs = [
  {
    name: 'Strapi is told nothing of what Willba has begun to hear',
    file: 'electron/storage/migrations/0011-outbox-for-strapi.ts',
    find: "key IN ('outbox:willba', 'outbox:strapi')",
    plant: "key IN ('outbox:willba')",
  },
  {
    name: 'the outbox of before loses its numbers',
    file: 'electron/storage/migrations/0011-outbox-for-strapi.ts',
    find: "SELECT 'outbox_of_each', seq FROM sqlite_sequence WHERE name = 'outbox'",
    plant: "SELECT 'outbox_of_each', 0 FROM sqlite_sequence WHERE name = 'outbox'",
  },
  {
    name: 'an older state overwrites a newer one in Strapi',
    file: 'electron/storage/outbox-rows.ts',
    find: "const newest = selectNext('DESC');",
    plant: "const newest = selectNext('ASC');",
  },
  {
    name: 'a state that came after the accepted one is not written',
    file: 'electron/storage/outbox-rows.ts',
    find: 'AND accepted_at IS NULL AND sequence <= ?',
    plant: 'AND accepted_at IS NULL AND sequence <= ? + 1000',
  },
  {
    name: 'what the other desks do not see counts as not in Willba',
    file: 'electron/storage/outbox-rows.ts',
    find: "WHERE receiver = 'willba' AND accepted_at IS NULL",
    plant: 'WHERE accepted_at IS NULL',
  },
  {
    name: 'a record is made again instead of changed',
    file: 'electron/strapi/share-payment.ts',
    find: 'const known = records.keyOf(paymentId);',
    plant: 'const known: string | null = records.isInDoubt(paymentId) ? records.keyOf(paymentId) : null;',
  },
  {
    name: 'a record that Strapi refuses to make twice is not looked for',
    file: 'electron/strapi/share-payment.ts',
    find: 'if (created !== null && !created.isInvalid) return created.posted;',
    plant: 'if (created !== null) return created.posted;',
  },
  {
    name: 'a page in the place of Strapi has taken the record',
    file: 'electron/strapi/share-payment.ts',
    find: 'if (key !== null) return { ...none, key, posted:',
    plant: 'if (key !== null || status < 300) return { ...none, key, posted:',
  },
  {
    name: 'what Strapi refuses for want of a right waits an hour after the right is given',
    file: 'electron/strapi/share-payment.ts',
    find: '...(isInvalid ? {} : { refusesAll: true as const }),',
    plant: '',
  },
  {
    name: 'nobody at the desk stays nobody in Strapi',
    file: 'electron/payments/rules/shared-payment.ts',
    find: 'desk: pointOfSale, reference,',
    plant: 'desk: payment.facts.operator, reference,',
  },
];
