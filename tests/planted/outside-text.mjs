/**
 * Texts from outside: too long, in the wrong letters, with what nobody may keep or nobody can see.
 *
 * @type {readonly import('./bugs.mjs').Bug[]}
 */
export const outsideTextBugs = [
  {
    name: 'an order id that looks like part of a card number is nobody’s',
    file: 'electron/nets/wire-values.ts',
    find: '  if (OWN_ID.test(id) && !isSecret(id)) return id;\n',
    plant: '',
  },
  {
    name: 'a short password stands in every second id',
    file: 'electron/masking/secrets.ts',
    find: 'form.length < SHORT ?',
    plant: 'form.length < 0 ?',
  },
  {
    name: 'a card number in groups of 6 and 10 is kept',
    file: 'shared/card-number.ts',
    find: '/^(?:6,10|5,5,[56]|4,6,\\d)$/',
    plant: '/^(?:4,6,\\d)$/',
  },
  {
    name: 'a card number with a digit too many is kept',
    file: 'shared/card-number.ts',
    find: '!isWhole(run, start, end, groups) && !isBrand(run, start, end)',
    plant: '!isWhole(run, start, end, groups)',
  },
  {
    name: 'a security code stays behind its masked card number',
    file: 'shared/card-number.ts',
    find: '    hidden.fill(1, end, endOfWhatBelongs(run, end));\n',
    plant: '',
  },
  {
    name: 'a card number in the digits of another script is kept',
    file: 'shared/digits.ts',
    find: '  if (!IS_DIGIT.test(character)) return -1;\n',
    plant: '  if (character) return -1;\n',
  },
  {
    name: 'a guest’s two days are taken for a card number',
    file: 'shared/card-number.ts',
    find: 'if (inDate.size > 0 && overlaps(inDate, start, end)) continue;',
    plant: '',
  },
  {
    name: 'the search for card numbers takes the square of a text’s length',
    file: 'shared/digit-runs.ts',
    find: 'run.gaps.push(run.values.length === 0',
    plant: 'run.gaps = [...run.gaps, ""]; run.gaps.pop(); run.gaps.push(run.values.length === 0',
  },
  {
    name: 'a password that a server says back is kept',
    file: 'electron/masking/kept-text.ts',
    find: 'hideSecrets(text).replace(JWT',
    plant: 'text.replace(JWT',
  },
  {
    name: 'a text is cut before it is masked',
    file: 'electron/masking/kept-text.ts',
    find: 'const room = longest + LONGEST_CARD + longestSecret();',
    plant: 'const room = longest;',
  },
  {
    name: 'a STAN is whatever stands in its place',
    file: 'electron/nets/result-record.ts',
    find: "readKeptCode(memberOf(value, 'StanAuth'), STAN)",
    plant: "readKeptCode(memberOf(value, 'StanAuth'), /./)",
  },
  {
    name: 'Nets’ list keeps any id',
    file: 'electron/nets/wire-values.ts',
    find: 'readKeptCode(value, /^[\\w.-]{1,40}$/)',
    plant: 'readCode(value, /^\\S{1,64}$/)',
  },
  {
    name: 'an id with a sign that nobody sees counts as ours',
    file: 'electron/nets/wire-values.ts',
    find: 'return kept === cutText(id, LONGEST_ID) ? kept :',
    plant: 'return kept !== null ? kept :',
  },
  {
    name: 'two references that cannot be kept are one charge',
    file: 'electron/nets/wire.ts',
    find: '.size > 1 ? [...found, missingRecord()] : found;',
    plant: '.size > 99 ? [...found, missingRecord()] : found;',
  },
  {
    name: 'a brand turns the reading direction of what stands beside it',
    file: 'shared/harmless.ts',
    find: ".replace(UNSEEN, '')",
    plant: '',
  },
  {
    name: 'a heart in a reference is an invisible character',
    file: 'shared/harmless.ts',
    find: "HIDDEN.test(text) && HIDDEN.test(text.replace(EMOJI, ''))",
    plant: 'HIDDEN.test(text)',
  },
  {
    name: 'an emoji is cut in half',
    file: 'shared/cut-text.ts',
    find: '  if (text.length <= longest) return text;\n',
    plant: '  if (text.length >= 0) return text.slice(0, longest);\n',
  },
  {
    name: 'a Strapi list of any length is taken',
    file: 'electron/strapi/strapi-terminals.ts',
    find: "if (pages > MOST_PAGES || total > MOST_TERMINALS) return failed('unreadable');",
    plant: '',
  },
  {
    name: 'a page of Strapi may hold any number of records',
    file: 'electron/strapi/strapi-terminals.ts',
    find: 'records.length > PAGE_SIZE || ',
    plant: '',
  },
  {
    name: 'a provisioning file in other letters is half read',
    file: 'electron/settings/provisioning-file.ts',
    find: "return parseProvisioning(new TextDecoder('utf-8', { fatal: true }).decode(bytes));",
    plant: "return parseProvisioning(new TextDecoder('utf-8').decode(bytes));",
  },
  {
    name: 'of two members with one name the second is taken without a word',
    file: 'shared/json-text.ts',
    find: 'if (top.names.has(name)) return',
    plant: 'if (top.names.has(name) && levels.length > 999) return',
  },
  {
    name: 'a password with a sign that nobody sees is taken',
    file: 'electron/settings/plain-text.ts',
    find: "    .refine((secret) => !holdsHidden(secret), 'holds a control or invisible character')\n",
    plant: '',
  },
  {
    name: 'two operators whose names look the same',
    file: 'electron/settings/provisioning-file.ts',
    find: 'const key = nameKey(name);',
    plant: 'const key = name;',
  },
];
