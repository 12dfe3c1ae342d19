/** What an outcome looks like: one mix-up each. */
export const looksBugs = [
  {
    name: 'a void wears the green of money that came in',
    file: 'renderer/payment/meaning.ts',
    find: "return payment.kind === 'refund' || payment.kind === 'void' ? 'money-back' : 'money-in';",
    plant: "return payment.kind === 'refund' ? 'money-back' : 'money-in';",
  },
  {
    name: 'a signature that nobody has judged looks paid',
    file: 'renderer/payment/meaning.ts',
    find: "if (payment.signature === 'asked') return 'signature';",
    plant: '',
  },
  {
    name: 'a charge that nobody expected is green once it is proven',
    file: 'renderer/payment/meaning.ts',
    find: "if (isAlarm || payment.released) return 'late';",
    plant: "if (isAlarm) return 'late';",
  },
  {
    name: 'a cancel that came too late looks like a plain payment',
    file: 'renderer/payment/meaning.ts',
    find: "if (payment.despiteCancel) return 'despite-cancel';",
    plant: '',
  },
  {
    name: 'a refund that did not happen reads like a sale of its sum',
    file: 'renderer/payment/sums.ts',
    find: 'reversalOf(payment) === null ? minor : -minor',
    plant: "reversalOf(payment) === null || form === 'muted' ? minor : -minor",
  },
  {
    name: 'a rest that is missing is not shown beside what was paid',
    file: 'renderer/payment/sums.ts',
    find: "const judged = chargedMinor > 0 ? judgeSum(payment) : 'as-asked';",
    plant: "const judged = 'as-asked';",
  },
  {
    name: 'Enter leaves a payment that was charged in spite of the cancel',
    file: 'renderer/payment/looks.ts',
    find: "'despite-cancel': look('despite-cancel', 'unclear', 'plain', { choices: 'give-back-first' }),",
    plant: "'despite-cancel': look('despite-cancel', 'unclear', 'plain', { choices: 'give-back-first', enter: 'fresh' }),",
  },
  {
    name: 'nobody is told that a cancel came too late',
    file: 'electron/desk/payment-views.ts',
    find: "payment.state.name === 'approved' && journal.cancelAsked(paymentId)",
    plant: "payment.state.name === 'approved' && false",
  },
  {
    name: 'money that went to another card looks like any refund',
    file: 'renderer/payment/meaning.ts',
    find: "if (isOtherCard(payment)) return 'other-card';",
    plant: '',
  },
  {
    name: 'a refund does not know which card was charged',
    file: 'electron/desk/payment-views.ts',
    find: 'return sale === null ? null : toExportedPayment(sale).card;',
    plant: 'return sale === null ? null : null;',
  },
  {
    name: 'a terminal that gave up early is told as 120 seconds',
    file: 'renderer/time/countdown.ts',
    find: 'Date.parse(endedAt) - Date.parse(startedAt) >= PAYING_TIME_MS;',
    plant: 'Date.parse(endedAt) - Date.parse(startedAt) >= 0;',
  },
  {
    name: 'the ring counts on after the wish to cancel',
    file: 'renderer/payment/waiting-status.ts',
    find: "live?.phase === 'waiting' && live.cancelAskedBy !== null && live.cancelDelivery !== 'failed';",
    plant: "live?.phase === 'waiting' && live.cancelDelivery === 'delivered';",
  },
];
