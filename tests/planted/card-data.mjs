/**
 * What leaves card data where it cannot be erased, or loses what stands beside it.
 *
 * @type {readonly import('./bugs.mjs').Bug[]}
 */
export const cardDataBugs = [
  {
    name: 'the migration forgets the cards that stand in the evidence',
    file: 'electron/storage/migrations/0008-card-data-apart.ts',
    find: "SELECT number, 'evidence', evidence -> '$.record.card',",
    plant: "SELECT number, 'evidence', evidence -> '$.card',",
  },
  {
    name: 'the migration leaves the cached state as it was',
    file: 'electron/storage/migrations/0008-card-data-apart.ts',
    find: "WHERE place IN ('state', 'state-word'));",
    plant: "WHERE place = 'state-word');",
  },
  {
    name: 'the rule against changed rows does not come back after the migration',
    file: 'electron/storage/migrations/0008-card-data-apart.ts',
    find: 'CREATE TRIGGER payment_events_never_change BEFORE UPDATE ON payment_events\n      BEGIN',
    plant: 'CREATE TRIGGER payment_events_never_change BEFORE UPDATE OF seq ON payment_events\n      BEGIN',
  },
  {
    name: 'what earlier versions wrote over lies on in the file',
    file: 'electron/storage/migrations/0008-card-data-apart.ts',
    find: '  compactFirst: true,\n',
    plant: '',
  },
  {
    name: 'erased digits lie on in the file',
    file: 'electron/storage/durability.ts',
    find: "database.pragma('secure_delete = ON');",
    plant: "database.pragma('secure_delete = FAST');",
  },
  {
    name: 'erased digits lie on in the log',
    file: 'electron/storage/erase-card-data.ts',
    find: 'wal_checkpoint(TRUNCATE)',
    plant: 'wal_checkpoint(PASSIVE)',
  },
  {
    name: "a guest's card stays where another payment's lookup saw it",
    file: 'electron/storage/erase-card-data.ts',
    find: '[ofPayment, seenElsewhere, receiptsOf].reduce(',
    plant: '[ofPayment, receiptsOf].reduce(',
  },
  {
    name: 'a card is written outside the transaction of its row',
    file: 'electron/storage/payment-journal.ts',
    find: '      appendAll(eventBindings(paymentId, cardless), { cards, receipts: takeReceipts(paymentId, row) });\n',
    plant:
      '      appendAll(eventBindings(paymentId, cardless), { cards: [], receipts: takeReceipts(paymentId, row) });\n      const eventNumber = database.prepare(`SELECT max(number) FROM payment_events`).pluck().get();\n      const insertCard = database.prepare(`INSERT INTO card_data VALUES (@eventNumber, @place, @brand, @last4, @orderId)`);\n      for (const card of cards) insertCard.run({ eventNumber, ...card });\n',
  },
  {
    name: 'the digits that a person wrote down stay in the row',
    file: 'electron/storage/card-data.ts',
    find: "event: eventWithoutCard(event, (settlement) => wordless('event-word', settlement)),",
    plant: 'event: eventWithoutCard(event, (settlement) => settlement),',
  },
  {
    name: 'a closed journal forgets one of its reads',
    file: 'electron/storage/empty-reads.ts',
    find: 'names.map((name) => [name, make(name, NOTHING[name])])',
    plant: "names.filter((name) => name !== 'unproven').map((name) => [name, make(name, NOTHING[name])])",
  },
  {
    name: 'the receipt of another guest is kept with this payment',
    file: 'electron/payments/core/receipts.ts',
    find: ' && event.answer.record.orderId === orderId;',
    plant: ';',
  },
  {
    name: 'receipts stay when the card data is erased',
    file: 'electron/storage/erase-card-data.ts',
    find: '[ofPayment, seenElsewhere, receiptsOf]',
    plant: '[ofPayment, seenElsewhere]',
  },
  {
    name: 'a receipt is kept with the card number in it',
    file: 'electron/masking/kept-receipt.ts',
    find: "keptText(line.replaceAll('\\t', '    '), LONGEST_LINE).trimEnd()",
    plant: "line.replaceAll('\\t', '    ').slice(0, LONGEST_LINE).trimEnd()",
  },
  {
    name: 'a card number that the paper broke in two is kept',
    file: 'electron/masking/kept-receipt.ts',
    find: 'if (hidden === null) continue;',
    plant: 'if (hidden === null || true) continue;',
  },
  {
    name: 'numbers below each other on a receipt are blotted out where they pass the checksum',
    file: 'shared/card-number.ts',
    find: 'isBrandLength(Number(digits.slice(0, 4)), digits.length) && passesLuhn(digits)',
    plant: 'passesLuhn(digits)',
  },
];
