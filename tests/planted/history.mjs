/** Lists of payments: the search, its index, the CSV. */
export const historyBugs = [
  {
    name: 'an index of another journal is taken for this one’s',
    file: 'electron/storage/search-file.ts',
    find: '  if (!belongsTo(opened, journal)) opened = beginAnew(path, opened);',
    plant: '  if (!belongsTo(opened, journal)) opened = openForm(path);',
  },
  {
    name: 'a search keeps the state that a payment had first',
    file: 'electron/storage/search-file.ts',
    find: '`INSERT OR REPLACE INTO found VALUES',
    plant: '`INSERT OR IGNORE INTO found VALUES',
  },
  {
    name: 'what was given back adds up as money that came in',
    file: 'electron/storage/search-file.ts',
    find: "iif(kind IN ('refund', 'void'), 'back', 'paid')",
    plant: "iif(kind IN ('refund'), 'back', 'paid')",
  },
  {
    name: 'a word of a search may be missing from what is found',
    file: 'electron/storage/search-file.ts',
    find: '[common(words.map(fitting))]',
    plant: 'words.map(fitting)',
  },
  {
    name: 'quotes of a search end its phrase',
    file: 'electron/storage/search-file.ts',
    find: `phrase.replaceAll('"', '""')`,
    plant: 'phrase',
  },
  {
    name: 'a payment whose card was seen twice is listed twice',
    file: 'electron/storage/search-file.ts',
    find: 'SELECT DISTINCT payments.number FROM card_data',
    plant: 'SELECT payments.number FROM card_data',
  },
  {
    name: 'a cell of the CSV begins a formula',
    file: 'shared/csv-cell.ts',
    find: 'const harmless = FORMULA.test(text) ?',
    plant: 'const harmless = text.startsWith("=") ?',
  },
  {
    name: 'a list of two dates leaves out its last day',
    file: 'electron/payments/rules/period.ts',
    find: 'end: dayDated(period.to, rule).end',
    plant: 'end: dayDated(period.to, rule).start',
  },
  {
    name: 'the rows of a list move while payments are made',
    file: 'electron/history/reader.ts',
    find: 'const newest = Number(selectNewest.get());',
    plant: 'const newest = Number.MAX_SAFE_INTEGER;',
  },
];
