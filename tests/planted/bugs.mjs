import { cardDataBugs } from './card-data.mjs';
import { dayCloseBugs } from './day-close.mjs';
import { doorBugs } from './door.mjs';
import { fileBugs } from './files.mjs';
import { historyBugs } from './history.mjs';
import { keepingBugs } from './keeping.mjs';
import { linkBugs } from './links.mjs';
import { looksBugs } from './looks.mjs';
import { networkBugs } from './network.mjs';
import { otherDesksBugs } from './other-desks.mjs';
import { outsideTextBugs } from './outside-text.mjs';
import { proofBugs } from './proof.mjs';
import { receiptBugs } from './receipts.mjs';
import { saleScreenBugs } from './sale-screen.mjs';
import { shellBugs } from './shell.mjs';
import { willbaBugs } from './willba.mjs';

/**
 * Wrong variants of the program, each of which would cost somebody money or hide it. The tests must catch every one.
 * `find` must stand exactly once in the file, so that a bug cannot quietly stop being planted.
 *
 * @typedef {{ name: string, file: string, find: string, plant: string }} Bug
 * @type {readonly Bug[]}
 */
export const bugs = [
  ...proofBugs,
  ...saleScreenBugs,
  ...shellBugs,
  ...fileBugs,
  ...networkBugs,
  ...cardDataBugs,
  ...keepingBugs,
  ...doorBugs,
  ...outsideTextBugs,
  ...otherDesksBugs,
  ...willbaBugs,
  ...linkBugs,
  ...historyBugs,
  ...looksBugs,
  ...dayCloseBugs,
  ...receiptBugs,
  {
    name: 'the request goes out although its row could not be written',
    file: 'electron/payments/runner/step.ts',
    find: 'if (!written.ok) {',
    plant: 'if (!written.ok && false) {',
  },
  {
    name: 'a rejection seen by a lookup counts as proof',
    file: 'electron/payments/core/transition.ts',
    find: "  if (state.name === 'unresolved') return stay({ ...state, hint });\n",
    plant:
      "  if (state.name === 'unresolved') return stay({ ...state, hint });\n  if (hint.why === 'rejected-record') return end({ name: 'declined', hostCode: null });\n",
  },
  {
    name: 'an approval without an order id counts as ours',
    file: 'electron/payments/core/evidence.ts',
    find: "  if (record.orderId === null) return noProof('no-order-id');\n  if (record.orderId !== ours.orderId)",
    plant: '  if (record.orderId !== null && record.orderId !== ours.orderId)',
  },
  {
    name: "somebody else's order id counts as ours",
    file: 'electron/payments/core/evidence.ts',
    find: "  if (record.orderId !== ours.orderId) return noProof('foreign-order-id');\n",
    plant: '',
  },
  {
    name: 'a time-out is called a decline',
    file: 'electron/payments/core/transition.ts',
    find: "return isOnTheWire(state) ? check('answer-lost', null, state.name === 'cancelling' ? { wishedBy: state.by } : {}) : stay(state);",
    plant: "return isOnTheWire(state) ? end({ name: 'timed-out' }) : stay(state);",
  },
  {
    name: 'cancelAction goes out after the answer was lost',
    file: 'electron/payments/core/transition.ts',
    find: "    // The request is no longer open: cancelAction names no transaction and would stop somebody else's.\n    case 'checking':\n",
    plant: "    case 'checking':\n      return { state, effects: [{ type: 'send-cancel' }] };\n",
  },
  {
    name: 'cancelAction goes out before the request was written',
    file: 'electron/payments/core/transition.ts',
    find: 'return state.written\n',
    plant: 'return state.written || true\n',
  },
  {
    name: 'an approval that won the race against a cancel is called cancelled',
    file: 'electron/payments/core/transition.ts',
    find: "    case 'approved':\n      return approve(outcome.approval, 'answer', facts);",
    plant:
      "    case 'approved':\n      if (state.name === 'cancelling') return end({ name: 'cancelled', by: 'desk' });\n      return approve(outcome.approval, 'answer', facts);",
  },
  {
    name: 'an unreadable answer is called a decline',
    file: 'electron/payments/core/transition.ts',
    find: 'return isOnTheWire(state) ? check(outcome.cause) : stay(state);',
    plant: "return end({ name: 'declined', hostCode: null });",
  },
  {
    name: 'after a restart a sent sale is called not sent',
    file: 'electron/payments/core/transition.ts',
    find: "    case 'sent':\n    case 'cancelling':\n      return check('answer-lost');",
    plant:
      "    case 'sent':\n      return end({ name: 'refused', reason: 'not-sent' });\n    case 'cancelling':\n      return check('answer-lost');",
  },
  {
    name: 'the 120 s deadline forgets to cancel',
    file: 'electron/payments/core/transition.ts',
    find: "    { type: 'set-timer', timer: 'deadline', afterMs: TIMES.deadline },\n",
    plant: '',
  },
  {
    name: 'a lookup that never reached Nets uses up a planned one',
    file: 'electron/payments/core/transition.ts',
    find: 'return event.scheduled ? onUnreached(state, event) : stay(state);',
    plant: "return onNoProof(state, event, { why: 'no-transaction', amountMinor: null, at: null, seenAt: event.seenAt });",
  },
  {
    name: 'an empty Result is read as 0',
    file: 'electron/nets/wire-values.ts',
    find: "return typeof value === 'string' && /^(?:0|[1-9]\\d{0,2})$/.test(value) ? Number.parseInt(value, 10) : null;",
    plant: "return typeof value === 'string' ? Number(value) : null;",
  },
  {
    name: 'busy at second 40 counts as never started',
    file: 'electron/nets/outcome.ts',
    find: 'export const REFUSAL_WITHIN_MS = 5_000;',
    plant: 'export const REFUSAL_WITHIN_MS = 500_000;',
  },
  {
    name: 'approved without an amount',
    file: 'electron/payments/core/evidence.ts',
    find: 'record.totalMinor === null || record.totalMinor <= 0) return null;',
    plant: 'record.totalMinor !== null && record.totalMinor <= 0) return null;',
  },
  {
    name: 'the disk is asked to sync only now and then (synchronous=NORMAL)',
    file: 'electron/storage/durability.ts',
    find: "database.pragma('synchronous = FULL')",
    plant: "database.pragma('synchronous = NORMAL')",
  },
  {
    name: 'two open payments on one terminal',
    file: 'electron/storage/migrations/0001-journal.ts',
    find: 'CREATE UNIQUE INDEX one_open',
    plant: 'CREATE INDEX one_open',
  },
  {
    name: 'the sale goes out before its row is written',
    file: 'electron/payments/core/transition.ts',
    find: "return state.name === 'created' ? { state, effects: [{ type: 'clear' }] } : stay(state);",
    plant: "return state.name === 'created' ? { state, effects: [{ type: 'send' }, { type: 'clear' }] } : stay(state);",
  },
  {
    name: 'after a restart a sent sale is sent again',
    file: 'electron/payments/core/transition.ts',
    find: "    case 'cancelling':\n      return check('answer-lost');\n",
    plant: "    case 'cancelling':\n      return { state: { name: 'sent', written: false }, effects: [{ type: 'send' }] };\n",
  },
  {
    name: 'the POST is repeated when its answer is lost',
    file: 'electron/nets/money-calls.ts',
    find: "        return await sendOnce({ method: 'POST', body, terminalId, orderId, answerMs: SALE_LIMIT_MS }, sending);\n",
    plant: `        const first = await sendOnce({ method: 'POST', body, terminalId, orderId, answerMs: SALE_LIMIT_MS }, sending);
        if (first.outcome.kind !== 'unknown') return first;
        return await sendOnce({ method: 'POST', body, terminalId, orderId, answerMs: SALE_LIMIT_MS }, sending);
`,
  },
  {
    name: 'every sale has the same order id',
    file: 'electron/system/ids.ts',
    find: 'const text = time + random;',
    plant: "const text = '01JDX8K3F29QW7B' || time + random;",
  },
  {
    name: 'the journal takes an order id twice',
    file: 'electron/storage/migrations/0001-journal.ts',
    find: 'order_id      TEXT NOT NULL UNIQUE,',
    plant: 'order_id      TEXT NOT NULL,',
  },
  {
    name: 'Result 99 is swallowed as a rejection',
    file: 'electron/nets/outcome.ts',
    find: 'if (first.result === 2) return readRejection(first, wire);',
    plant: 'if (first.result === 2 || first.result === 99) return readRejection(first, wire);',
  },
  {
    name: "an answer that carries somebody else's order id is taken for ours",
    file: 'electron/nets/outcome.ts',
    find: '  if (named.some((orderId) => orderId !== null && orderId !== answer.orderId)) return UNREADABLE;\n',
    plant: '',
  },
  {
    name: 'busy from a broken gateway (5xx) counts as never started',
    file: 'electron/nets/outcome.ts',
    find: 'if (!soon || !fromNets || status >= 500) return UNREADABLE;',
    plant: 'if (!soon || !fromNets) return UNREADABLE;',
  },
  {
    name: 'REPLACE slips past the triggers',
    file: 'electron/storage/durability.ts',
    find: "database.pragma('recursive_triggers = ON');",
    plant: "database.pragma('recursive_triggers = OFF');",
  },
  {
    name: 'an approval that comes after a verdict is thrown away',
    file: 'electron/payments/core/transition.ts',
    find: "return outcome.kind === 'approved' ? approve(outcome.approval, 'answer', facts) : stay(state);",
    plant: 'return stay(state);',
  },
  {
    name: "proof overwrites a person's word",
    file: 'electron/payments/core/transition.ts',
    find: 'stay({ ...state, approval: judgement.approval })',
    plant: "approve(judgement.approval, 'lookup', facts)",
  },
  {
    name: 'an older payment is still looked up after a newer sale went out',
    file: 'electron/payments/runner/step.ts',
    find: '    else older.overwriteBefore(run);\n',
    plant: '',
  },
  {
    name: 'a late approval is told to nobody',
    file: 'electron/payments/runner/step.ts',
    find: 'if (isLateTruth(',
    plant: 'if (false && isLateTruth(',
  },
  {
    name: 'a late approval is forgotten when the program restarts',
    file: 'electron/desk/following.ts',
    find: '      late.load();\n',
    plant: '',
  },
  {
    name: 'a restart forgets a late approval that somebody has not opened',
    file: 'electron/desk/late-approvals.ts',
    find: 'for (const paymentId of memory.unseen()) unseen.add(paymentId);',
    plant: 'for (const paymentId of memory.unseen()) memory.forget(paymentId);',
  },
  {
    name: 'an answer that the disk would not take is dropped',
    file: 'electron/payments/runner/journal-writer.ts',
    find: '      owed.push({ paymentId, row });\n',
    plant: '',
  },
  {
    name: 'nobody looks before the next sale on a terminal',
    file: 'electron/desk/prepare.ts',
    find: ': parts.runner.lookBeforeSale(press.terminal.terminalId);',
    plant: ': { provenPaid: false };',
  },
  {
    name: 'the DELETE is repeated when its answer is lost',
    file: 'electron/nets/money-calls.ts',
    find: "await sendOnce({ method: 'DELETE', body, terminalId, orderId, answerMs: VOID_LIMIT_MS }, sending);\n",
    plant: `await sendOnce({ method: 'DELETE', body, terminalId, orderId, answerMs: VOID_LIMIT_MS }, sending).then((first) =>
        first.outcome.kind === 'unknown' ? sendOnce({ method: 'DELETE', body, terminalId, orderId, answerMs: VOID_LIMIT_MS }, sending) : first,
      );
`,
  },
  {
    name: 'a void whose answer is lost is tried again as if the terminal had been busy',
    file: 'electron/payments/core/transition.ts',
    find: "if (outcome.kind !== 'refused' || outcome.reason !== 'busy' || afterMs === undefined)",
    plant: "if (outcome.kind === 'approved' || afterMs === undefined)",
  },
  {
    name: 'a void goes out without looking whose transaction is the latest',
    file: 'electron/payments/runner/sending.ts',
    find: "token.ok && run.facts.kind === 'void' ? await lookBeforeVoid(run) : token",
    plant: 'token',
  },
  {
    name: 'a void looks once and not again after a busy terminal',
    file: 'electron/payments/runner/sending.ts',
    find: "token.ok && run.facts.kind === 'void' ?",
    plant: "token.ok && run.facts.kind === 'void' && run.writtenAt === null ?",
  },
  {
    name: 'a sale whose void is not known may be voided again',
    file: 'electron/payments/rules/voidable.ts',
    find: "moneyMoved(state) !== 'no')",
    plant: "moneyMoved(state) === 'yes')",
  },
  {
    name: 'a signature that nobody judged is forgotten over a restart',
    file: 'electron/desk/following.ts',
    find: '      signatures.load(',
    plant: '      if (false) signatures.load(',
  },
  {
    name: 'an overdue wish to cancel goes out before the answer in the buffer is read',
    file: 'electron/payments/runner/timers.ts',
    find: "if (timer !== 'lookup' && isGap(",
    plant: "if (false && timer !== 'lookup' && isGap(",
  },
  {
    name: 'after a sleep the wish to cancel comes before the loss',
    file: 'electron/payments/core/times.ts',
    find: 'Math.max(TIMES.answerRead, givenUp - sinceWrittenMs)',
    plant: 'Math.max(2 * TIMES.wishAfterGap, givenUp - sinceWrittenMs)',
  },
  {
    name: 'a sale that was not sent before a sleep is sent after it',
    file: 'electron/payments/runner/timers.ts',
    find: "if (run.state.name === 'created') dispatch(run, overtaken(run.state));",
    plant: '',
  },
  {
    name: 'closing loses the answer that somebody waits for',
    file: 'electron/desk/closing.ts',
    find: "state.name === 'sent' || state.name === 'cancelling'",
    plant: "state.name === 'cancelling'",
  },
  {
    name: 'a payment that has not left yet is sent while the program is leaving',
    file: 'electron/desk/closing.ts',
    find: '    for (const { facts } of runner.unsent()) runner.cancel(facts.id);\n',
    plant: '',
  },
  {
    name: 'a press that waits for its lookup goes on while the program is leaving',
    file: 'electron/desk/closing.ts',
    find: '    stopPress();\n',
    plant: '',
  },
  {
    name: 'a payment begins while the program is leaving',
    file: 'electron/desk/obstacles.ts',
    find: "      if (parts.isLeaving()) return 'desk-busy';\n",
    plant: '',
  },
  {
    name: 'a payment begins while the program shows that the last one was charged, and goes',
    file: 'electron/desk/closing.ts',
    find: "phase() === 'leaving' || phase() === 'charged' || ",
    plant: "phase() === 'leaving' || ",
  },
  {
    name: 'closing says nothing of an approval that won against its wish',
    file: 'electron/desk/closing.ts',
    find: 'else if (charged.length > 0) {',
    plant: 'else if (stage.concerned().length === 0) {',
  },
  {
    name: 'a sale of a test is given back with real money',
    file: 'electron/payments/rules/same-money.ts',
    find: ' && payment.environment === here.environment',
    plant: '',
  },
  {
    name: 'the look before a sale does not wait for a slow keyring',
    file: 'electron/desk/prepare.ts',
    find: 'await Promise.race([parts.ready.then(() => null), stopped]);',
    plant: 'await Promise.race([Promise.resolve(null), stopped]);',
  },
  {
    name: 'a keyring without a key is given two, and what one sealed is never opened again',
    file: 'electron/settings/secrets-store.ts',
    find: "=== 'basic_text') return false;",
    plant: "=== 'basic_text' || !safeStorage.isEncryptionAvailable()) return false;",
  },
  {
    name: 'a sale whose press lies before the night is sent in the morning',
    file: 'electron/desk/prepare.ts',
    find: "if (parts.elapsed() - pressedAt > TIMES.sendWithin) return failed('press-too-old');",
    plant: '',
  },
  {
    name: 'a sale whose log-in is answered after the night is sent in the morning',
    file: 'electron/payments/runner/sending.ts',
    find: 'const tooLate = clock.elapsed() - askedAt > TIMES.sendWithin;',
    plant: 'const tooLate = false;',
  },
  {
    name: 'a lock that nobody can take counts as taken',
    file: 'electron/storage/open-storage.ts',
    find: '  if (!held.ok) return withoutLock(held.error, hasRoom, log);\n  const lock = held.value;',
    plant:
      "  if (!held.ok && held.error.kind === 'held') return withoutLock(held.error, hasRoom, log);\n  const lock = held.ok ? held.value : { release: () => undefined };",
  },
  {
    name: 'closing forgets an end that the disk has not taken',
    file: 'electron/desk/closing.ts',
    find: "else if (unwritten.length > 0) stage.ask('unwritten', unwritten);\n",
    plant: '',
  },
  {
    name: 'training begins while nobody can say whether real money is in the air',
    file: 'electron/program/training-mode.ts',
    find: "return world.isBlind() ? 'training-unavailable' : null;",
    plant: 'return null;',
  },
  {
    name: 'a saved password goes to whomever another account has imported',
    file: 'electron/settings/sealed-secrets.ts',
    find: 'isDeepStrictEqual(settings?.[part] ?? null, givenFor[part]) ? secret : none',
    plant: 'isDeepStrictEqual(settings?.[part] ?? null, givenFor[part]) || secret !== none ? secret : none',
  },
  {
    name: 'a late charge in the window is forgotten when the program goes before anybody closed it',
    file: 'electron/desk/desk.ts',
    find: '    provenLate: following.late.add,',
    plant: '    provenLate: (paymentId: string) => paymentId === window.currentId() || following.late.add(paymentId),',
  },
  {
    name: 'lost settings let a file take away the log-in of payments that wait',
    file: 'electron/settings/connections.ts',
    find: 'pending.login ?? earlier?.nets',
    plant: 'earlier?.nets',
  },
  {
    name: 'a payment that never left this PC passes for a terminal that is connected',
    file: 'electron/storage/payment-reads.ts',
    find: "sent_at IS NOT NULL AND NOT (state_name = 'refused'",
    plant: "(sent_at IS NOT NULL OR state_name = 'cancelled') AND NOT (state_name = 'refused'",
  },
  {
    name: 'a lost answer passes for a terminal that is connected',
    file: 'electron/desk/last-attempt.ts',
    find: "    case 'timed-out':\n",
    plant: "    case 'timed-out':\n    case 'checking':\n",
  },
  {
    name: 'a Nets host that nobody knows is called a test, where no money moves',
    file: 'electron/settings/settings.ts',
    find: "return host === NETS_TEST_HOST || isLoopback(host) ? 'test' : 'production';",
    plant: "return host === 'connectcloud.aws.nets.eu' ? 'production' : 'test';",
  },
  {
    name: 'payments that were sent to api1 stay a test after the update',
    file: 'electron/storage/migrations/0003-environment-of-api1.ts',
    find: "hostname?.replace(/\\.$/, '') === 'api1.cloudconnect.nets.eu'",
    plant: "hostname === 'connectcloud-test.aws.nets.eu'",
  },
  {
    name: 'the window never hears that the payment in it could not be read for a moment',
    file: 'electron/program/publication.ts',
    find: 'revisions.value += isWhole ? 1 : 2;',
    plant: 'revisions.value += isWhole ? 1 : 1;',
  },
  {
    name: 'one slice that cannot be read keeps the paid payment from the window',
    file: 'renderer/stores/revision-follower.ts',
    find: '      for (const event of waiting) apply(event);\n',
    plant: '',
  },
  {
    name: 'a payment that is only looked at has the window as if it had been begun there',
    file: 'electron/desk/current-payment.ts',
    find: 'show(parts, paymentId, window.currentId() !== paymentId || window.isBrowsing());',
    plant: 'show(parts, paymentId, false);',
  },
  {
    name: 'a sale goes to the terminal before the one that was chosen while it waited',
    file: 'electron/desk/press.ts',
    find: "  if (press.wanted.kind !== 'void' && !isSameShown(press.chosen, now.chosen)) return 'terminal-changed';\n",
    plant: '',
  },
  {
    name: 'a sale that could not be read when it was pressed goes to the terminal before the one that was chosen since',
    file: 'electron/desk/prepare.ts',
    find: 'const press = { ...before.value, ...pressed };',
    plant: 'const press = pressed.terminal === undefined ? before.value : { ...before.value, ...pressed };',
  },
  {
    name: 'a press that cannot be read yet waits on when another terminal is chosen',
    file: 'electron/desk/starting.ts',
    find: "if (waiting === null || waiting.form.kind === 'void') return;",
    plant: "if (waiting?.press.terminal === undefined || waiting.form.kind === 'void') return;",
  },
  {
    name: 'another sum under the name of a press that cannot be read yet is answered as that press',
    file: 'electron/desk/starting.ts',
    find: 'return isSamePress(form, waiting.form) ? waiting.result',
    plant: 'return waiting.press.terminal === undefined || isSamePress(form, waiting.form) ? waiting.result',
  },
  {
    name: 'a second press that cannot be read is answered as the first',
    file: 'electron/desk/starting.ts',
    find: 'return before.ok && again.ok && isSameWish(before.value, again.value);',
    plant: 'return !before.ok || !again.ok || isSameWish(before.value, again.value);',
  },
  {
    name: 'the answer to one question charges another sum',
    file: 'electron/desk/press.ts',
    find: "return isSameWish(press.wanted, now.wanted) ? null : 'form-changed';",
    plant: 'return null;',
  },
  {
    name: 'references are compared by the byte',
    file: 'shared/reference.ts',
    find: "  return once(once(once(text))).normalize('NFKC');",
    plant: '  return once === undefined ? text : text.trim();',
  },
  {
    name: 'a record by hand asks about nothing',
    file: 'electron/desk/manual-entry.ts',
    find: "  if (warnings.codes.length > 0) return refuse('confirmation-needed', warnings, unclear?.payment.facts.id);\n",
    plant: '',
  },
  {
    name: "a scanner's Enter presses what has the focus",
    file: 'renderer/keys/scan-detector.ts',
    find: 'return ends ? { swallow: true, begins: false, ends: true }',
    plant: 'return ends ? { swallow: false, begins: false, ends: true }',
  },
  {
    name: "the second half of a scanner's CR LF presses Maksa",
    file: 'renderer/keys/scan-detector.ts',
    find: 'if (!within(at, after, AFTER_MS)) return false;',
    plant: 'if (!within(at, after, 0)) return false;',
  },
  {
    name: 'a void changes its own row alone, and the sale keeps its green tick',
    file: 'electron/desk/following.ts',
    find: '    const family = familyOf(paymentId, journal);',
    plant: '    const family = new Set([paymentId]);',
  },
  {
    name: 'an alarm is told of a charge whose money has gone back',
    file: 'electron/desk/late-approvals.ts',
    find: '!isProvenPaid(payment) || isReversedInFull(payment)',
    plant: '!isProvenPaid(payment)',
  },
  {
    name: 'a day has no end: what a fast clock dated ahead counts on every day until then',
    file: 'electron/payments/rules/day.ts',
    find: 'iso >= day.start && iso < day.end',
    plant: 'iso >= day.start',
  },
  {
    name: 'the day turns only when somebody sells',
    file: 'electron/desk/day-watch.ts',
    find: '    parts.timePassed();\n',
    plant: '',
  },
  {
    name: 'the list of the day ends at its first rows',
    file: 'electron/desk/today.ts',
    find: '      limit += PAGE;\n',
    plant: '',
  },
  {
    name: 'a refused signature is out of sight once the void is offered no more',
    file: 'electron/desk/signatures.ts',
    find: "(payment.signature === 'refused' && !isReversedInFull(payment))",
    plant: "(payment.signature === 'refused' && payment.voided === 'no' && payment.voidable)",
  },
  {
    name: 'two cells of a spreadsheet become one sum on their way into the field',
    file: 'shared/invisible.ts',
    find: "return holdsControl(digits) ? null : text.replace(CONTROLS, ' ');",
    plant: "return text.replace(CONTROLS, ' ');",
  },
  {
    name: 'a line break groups the digits of a sum',
    file: 'shared/parse-money.ts',
    find: "if (holdsControl(rest)) return failed('control-characters');",
    plant: "rest = rest.replace(/[\\r\\n\\t]+/g, ' ');",
  },
  {
    name: 'every currency has two decimals',
    file: 'shared/currency.ts',
    find: "NOT_TWO.find(([, codes]) => codes.split(' ').includes(currency))?.[0] ?? 2",
    plant: '(currency === NOT_TWO[0]?.[1] ? 0 : 2)',
  },
  {
    name: 'a currency is taken whose decimals are in doubt',
    file: 'electron/settings/currency-problem.ts',
    find: 'if (maximumFractionDigits === minorDigits(code)) return null;',
    plant: 'if (maximumFractionDigits !== undefined) return null;',
  },
  {
    name: 'an approval of nothing is an approval',
    file: 'electron/payments/core/evidence.ts',
    find: 'record.totalMinor === null || record.totalMinor <= 0) return null;',
    plant: 'record.totalMinor === null || record.totalMinor < 0) return null;',
  },
  {
    name: 'a charge far from what was asked is plain green',
    file: 'shared/charged-sum.ts',
    find: '  if (net === charge.amountMinor) return',
    plant: '  if (net >= charge.amountMinor) return',
  },
  {
    name: 'a second refund goes out while the first is not known',
    file: 'electron/payments/rules/refundable.ts',
    find: '  mayBeReversing(original, journal) ? 0 : keptMinor(original, journal);',
    plant: '  keptMinor(original, journal);',
  },
  {
    name: 'a refund that says nothing of its sum takes nothing',
    file: 'electron/payments/rules/refundable.ts',
    find: 'isOpen(state) || moneyMoved(state) === ',
    plant: "state.name !== 'approved' && moneyMoved(state) === ",
  },
  {
    name: 'one more press of Maksa answers the question that opened under it',
    file: 'renderer/keys/click-guard.ts',
    find: 'return !unmoved(click) && (click.detail === 1 || beganHere);',
    plant: 'return click.detail === 1 || beganHere;',
  },
  {
    name: 'a paid sum stays in the form',
    file: 'electron/desk/desk.ts',
    find: "      if (kind === 'sale' || kind === 'manual') form.becamePayment();\n",
    plant: '',
  },
  {
    name: 'a save that comes late brings a paid sum back',
    file: 'electron/desk/form.ts',
    find: 'if (typed.form !== draft.form) return { draft, aside };\n  return { draft: request === null ? typed :',
    plant: 'return { draft: request === null ? { ...typed, form: draft.form } :',
  },
  {
    name: 'the same sum is charged twice within a minute without a question',
    file: 'electron/payments/rules/just-charged.ts',
    find: '<= JUST_MS;',
    plant: '< 0;',
  },
  {
    name: 'the rest of a payment is offered again although it was paid',
    file: 'electron/payments/rules/rest.ts',
    find: 'return Math.max(0, room - taken);',
    plant: 'return taken < 0 ? 0 : room;',
  },
  {
    name: 'the rest is offered although the first part was taken back',
    file: 'electron/payments/rules/rest.ts',
    find: '  if (named.some((each) => givesBack(each) && mayHaveMoved(each))) return 0;\n',
    plant: '',
  },
  {
    name: 'a record by hand beside an unclear payment names it nowhere',
    file: 'electron/desk/manual-entry.ts',
    find: 'completed.value ?? unclear?.payment.facts.id ?? null',
    plant: 'completed.value',
  },
  {
    name: 'a page of some proxy uses up a planned lookup',
    file: 'electron/nets/lookup.ts',
    find: "{ kind: 'unreachable', terminal: meaning } : { kind: 'unreachable' };",
    plant: "{ kind: 'unreachable', terminal: meaning } : { kind: 'unreadable' };",
  },
  {
    name: 'a page of some firewall throws the token away',
    file: 'electron/nets/own-refusal.ts',
    find: 'return isOwnRefusal(outcome.contentType, bodyText(outcome));',
    plant: 'return true;',
  },
  {
    name: 'a server that asks to be left alone is asked all the same',
    file: 'electron/payments/core/times.ts',
    find: 'Math.max(TIMES.lookupRetryUnreached, Math.min(retryAfterMs, untilLast));',
    plant: 'TIMES.lookupRetryUnreached;',
  },
  {
    name: 'an approval of another terminal counts as ours',
    file: 'electron/payments/core/evidence.ts',
    find: 'terminalId !== undefined && spelled(terminalId) !== spelled(asked);',
    plant: 'terminalId !== undefined && spelled(terminalId) === null && asked === null;',
  },
  {
    name: 'Tarkista nyt is offered for what no lookup can show',
    file: 'electron/payments/runner/lookups.ts',
    find: "facts.kind === 'void' || facts.kind === 'manual' || overwritten) return false;",
    plant: 'overwritten) return false;',
  },
  {
    name: 'a rejection before our start is offered where this PC’s clock is slow',
    file: 'electron/payments/rules/offer.ts',
    find: 'const started = Date.parse(startedAt) + offsetMs;',
    plant: 'const started = Date.parse(startedAt);',
  },
  {
    name: 'the later reading of autumn’s repeated hour is taken for the only one',
    file: 'electron/payments/rules/nets-time.ts',
    find: '.sort((a, b) => a - b)',
    plant: '.sort((a, b) => b - a)',
  },
  {
    name: 'a property without Nets is told that something is missing',
    file: 'electron/program/production-world.ts',
    find: "    if (settings !== null && nets === null) return 'manual-only';\n",
    plant: '',
  },
  {
    name: 'a property without Nets begins with a card that nobody can charge',
    file: 'electron/desk/form.ts',
    find: 'method: usualMethod(), from',
    plant: "method: 'card', from",
  },
  {
    name: 'names of two terminals are swapped and nobody at the desk is told',
    file: 'electron/terminals/former-name.ts',
    find: 'return nameKey(kept.name) === nameKey(now.name) ? null : kept.name;',
    plant: 'return null;',
  },
  {
    name: 'the card names a new name without a question before the sale',
    file: 'electron/desk/prepare.ts',
    find: "const asksName = isRenamed && !confirmed.includes('terminal-renamed');",
    plant: 'const asksName = false;',
  },
  {
    name: 'lost settings make a terminal look deleted',
    file: 'electron/program/open-directory.ts',
    find: "    isLost: () => world.desk().mode === 'unconfigured',\n    cache",
    plant: '    isLost: () => false,\n    cache',
  },
];
