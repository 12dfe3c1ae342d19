/** @type {readonly import('./bugs.mjs').Bug[]} */
export const dayCloseBugs = [
  {
    name: "the property's day changes by hours since midnight, not by the clock on the wall",
    file: 'electron/payments/rules/day.ts',
    find: 'const { date, hour } = localTime(at, timeZone);\n  return hour >= cutOverHour ?',
    plant: 'const { date } = localTime(at - cutOverHour * 3_600_000, timeZone);\n  return true || cutOverHour > 0 ?',
  },
  {
    name: 'what a person said counts as what Nets proved',
    file: 'electron/payments/rules/day-totals.ts',
    find: "const part = isPersonsWord(row) ? 'settled' : PARTS[row.kind];",
    plant: "const part: Part = isPersonsWord(row) && row.kind === 'void' ? 'settled' : PARTS[row.kind];",
  },
  {
    name: 'a released payment of a day is not open',
    file: 'electron/payments/rules/open-items.ts',
    find: "  if (released) return 'released';\n",
    plant: '  if (released) return null;\n',
  },
  {
    name: 'a void is offered after a reconciliation',
    file: 'electron/payments/rules/voidable.ts',
    find: 'return isLatest && !journal.mayBeReconciled(id);',
    plant: 'return isLatest;',
  },
  {
    name: 'a reconciliation whose answer was lost closed no session',
    file: 'electron/storage/session-reads.ts',
    find: "outcome IS NOT 'not-done'",
    plant: "outcome IS 'done'",
  },
  {
    name: 'a closed day may be changed',
    file: 'electron/storage/migrations/0013-day-close.ts',
    find: 'CREATE TRIGGER day_closes_never_change BEFORE UPDATE ON day_closes\n',
    plant: 'CREATE TRIGGER day_closes_never_change BEFORE UPDATE ON day_closes WHEN 0\n',
  },
  {
    name: 'a day is closed twice',
    file: 'electron/storage/migrations/0013-day-close.ts',
    find: 'AND other.day_end > NEW.day_start AND other.day_start < NEW.day_end)',
    plant: 'AND 0)',
  },
  {
    name: 'a reconciliation whose token was refused is sent again',
    file: 'electron/nets/reconcile-call.ts',
    find: 'if (isUnauthorised(outcome)) login.invalidate(token.value);',
    plant: 'if (isUnauthorised(outcome)) {\n      login.invalidate(token.value);\n      return send(terminalId, path, onWritten);\n    }',
  },
  {
    name: 'a reconciliation without an answer is sent again',
    file: 'electron/nets/reconcile-call.ts',
    find: "  return { end: 'not-confirmed', reason: isGarbled ? 'unreadable' : 'answer-lost' };",
    plant: "  return isGarbled ? { end: 'not-confirmed', reason: 'unreadable' } : { end: 'not-done', reason: 'not-sent' };",
  },
  {
    name: 'a blank report counts as a reconciliation',
    file: 'electron/nets/reconciliation.ts',
    find: "if (text === null) return notConfirmed('blank');",
    plant: "if (text === null) return { end: 'done', text: '', sessionNumber: null };",
  },
  {
    name: "another terminal's report counts as this one's",
    file: 'electron/nets/reconciliation.ts',
    find: 'return named === null || named === terminalId;',
    plant: 'return true || named === terminalId;',
  },
];
