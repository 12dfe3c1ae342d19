/**
 * What hides a charge that could still be proven, or gets in the way of its proof.
 *
 * @type {readonly import('./bugs.mjs').Bug[]}
 */
export const proofBugs = [
  {
    name: 'a refused sale hides the unproven one before it',
    file: 'electron/payments/runner/step.ts',
    find: "if (name === 'refused' || name === 'created') older.resumeBeside(run);",
    plant: "if (name === 'created') older.resumeBeside(run);",
  },
  {
    name: 'a sale that was written hides the unproven one before it, whatever its answer',
    file: 'electron/payments/runner/step.ts',
    find: '    for (const effect of step.effects) perform(run, effect);\n',
    plant:
      "    if (event.type === 'request-written') older.overwriteBefore(run);\n    for (const effect of step.effects) perform(run, effect);\n",
  },
  {
    name: 'a refused sale takes the void away from the sale before it',
    file: 'electron/storage/payment-reads.ts',
    find: "AND state_name <> 'refused' ORDER BY number DESC LIMIT 1",
    plant: 'ORDER BY number DESC LIMIT 1',
  },
  {
    name: 'what a lookup shows of another of our payments is thrown away',
    file: 'electron/payments/runner/lookups.ts',
    find: 'if (orderId === null || orderId === asked.facts.orderId',
    plant: 'if (orderId !== null || orderId === asked.facts.orderId',
  },
  {
    name: 'a terminal that charged and said nothing is not looked at before the next sale',
    file: 'electron/payments/runner/before-sale.ts',
    find: ' || isSilent(run)));',
    plant: '));',
  },
  {
    name: 'an open request whose payment is proven stands in the way of the next',
    file: 'electron/payments/runner/running.ts',
    find: 'requestOpen && !isFinal(state);',
    plant: 'requestOpen && (!isFinal(state) || true);',
  },
  {
    name: 'nobody looks after a decline that may have gone on to approve',
    file: 'electron/payments/runner/before-sale.ts',
    find: "if (latest !== null && wasDeclinedJustNow(latest)) return 'declined-before';",
    plant: '',
  },
  {
    name: 'nobody looks at the terminal that declined when its guest is sent to another one',
    file: 'electron/payments/runner/before-sale.ts',
    find: 'wasDeclinedJustNow(latest) && mayBeSameGuest(asked, latest.facts) ? [latest] : []',
    plant: 'wasDeclinedJustNow(latest) && mayBeSameGuest(asked, latest.facts) ? [] : []',
  },
  {
    name: 'another try of the same booking with another sum is taken for another guest',
    file: 'electron/payments/core/same-guest.ts',
    find: "(key !== '' && key === referenceKey(facts.reference)) ||",
    plant: '',
  },
  {
    name: 'whoever answers a question is not told what was proven since',
    file: 'electron/desk/starting.ts',
    find: 'proofs += 1;',
    plant: 'proofs += 0;',
  },
  {
    name: 'a filter in words that nobody knows ends a sale that had reached Nets',
    file: 'electron/nets/own-refusal.ts',
    find: 'return words.some((text) => ABOUT_LOGIN.test(text)) &&',
    plant: 'return',
  },
  {
    name: 'an unclear payment is not asked about any more once its lookups are over',
    file: 'electron/payments/rules/just-charged.ts',
    find: '(isUnclear(payment) ? UNCLEAR_MS : JUST_MS)',
    plant: 'JUST_MS',
  },
  {
    name: 'a record is made though the unclear payment it was asked about was proven paid meanwhile',
    file: 'electron/desk/manual-entry.ts',
    find: 'provenPaid: proven !== null,',
    plant: 'provenPaid: false,',
  },
];
