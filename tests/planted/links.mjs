/** What Willba asks for by a link. */
export const linkBugs = [
  {
    name: 'a link is good whoever signed it',
    file: 'electron/willba/payment-link.ts',
    find: 'return fits.includes(true);',
    plant: 'return fits.includes(true) || signature.length === 43;',
  },
  {
    name: 'a link is good with the first key alone',
    file: 'electron/willba/payment-link.ts',
    find: 'const fits = keys.map(',
    plant: 'const fits = keys.slice(0, 1).map(',
  },
  {
    name: 'what stands twice in a link counts the second time',
    file: 'electron/willba/payment-link.ts',
    find: "if (members.has(name)) return failed('repeated');",
    plant: '',
  },
  {
    name: 'an expired link is good',
    file: 'electron/willba/payment-link.ts',
    find: 'if (now <= until) return null;',
    plant: 'if (now <= until || clockOffset === null) return null;',
  },
  {
    name: 'a link in another currency charges its digits in ours',
    file: 'electron/willba/payment-link.ts',
    find: 'if (currency !== deskCurrency)',
    plant: 'if (currency === deskCurrency.toLowerCase())',
  },
  {
    name: 'a link used twice after a kill',
    file: 'electron/desk/requests.ts',
    find: 'const isUsed = ({ id }: PaymentRequest): boolean => journal.byRequest(id).length > 0;',
    plant: 'const isUsed = ({ id }: PaymentRequest): boolean => form.isGone(id);',
  },
  {
    name: 'a form that was taken away may be charged after the world is opened anew',
    file: 'electron/desk/form.ts',
    find: 'const gone = new Set(parts.kept?.gone);',
    plant: 'const gone = new Set<string>();',
  },
  {
    name: 'the payment of a request does not name it',
    file: 'electron/desk/asked-for.ts',
    find: 'const requestId = request?.id ?? root?.facts.requestId ?? null;',
    plant: 'const requestId = root?.facts.requestId ?? null;',
  },
  {
    name: 'a request is charged again although it may be paid',
    file: 'electron/payments/rules/request.ts',
    find: '.every(',
    plant: '.some(',
  },
  {
    name: 'the window chooses the sum of a request',
    file: 'electron/desk/asked-for.ts',
    find: 'amountMinor !== request.amountMinor || ',
    plant: '',
  },
  {
    name: 'what the window types changes a request',
    file: 'electron/desk/form.ts',
    find: 'return { draft: request === null ? typed : { ...draft, method: typed.method }, aside };',
    plant: 'return { draft: typed, aside };',
  },
  {
    name: 'a request takes the window from a payment',
    file: 'electron/desk/requests.ts',
    find: 'if (!parts.isFree()) return false;',
    plant: '',
  },
  {
    name: 'a press for what was typed charges the request that came meanwhile',
    file: 'electron/desk/form.ts',
    find: '  function replace(next: Draft, asked: PaymentRequest | null, before: Draft | null): void {\n    gone.add(draft.form);\n    draft = next;',
    plant:
      '  function replace(next: Draft, asked: PaymentRequest | null, before: Draft | null): void {\n    draft = { ...next, form: draft.form };',
  },
  {
    name: 'a dismissed request takes what was typed with it',
    file: 'electron/desk/form.ts',
    find: 'replace(aside === null ? empty() : { ...aside, form: newName() }, null, null),',
    plant: 'replace(empty(), null, null),',
  },
  {
    name: 'training takes a request of real money',
    file: 'electron/program/links.ts',
    find: "if (mode === 'training') return 'training';",
    plant: '',
  },
  {
    name: 'what stands behind a link is a flag',
    file: 'electron/shell/opened-link.ts',
    find: 'const own = argv.slice(0, Math.min(...[at, end].map((index) => (index < 0 ? argv.length : index))));',
    plant: 'const own = argv.filter((_argument, index) => index !== at && index !== end);',
  },
  {
    name: 'a long link kills the running program',
    file: 'electron/shell/opened-link.ts',
    find: '3 * handed) > LONGEST_MESSAGE_BYTES;',
    plant: '3 * handed) > LONGEST_MESSAGE_BYTES * 1000;',
  },
  {
    name: 'what was typed right before a request came is lost',
    file: 'electron/desk/form.ts',
    find: 'if (typed.form === aside?.form) return { draft, aside: typed };',
    plant: '',
  },
  {
    name: 'the picker charges another form than it was opened for',
    file: 'renderer/actions/choose-terminal.ts',
    find: 'if (useSaleForm.getState().form === dialog.form) await',
    plant: 'if (dialog.form !== null) await',
  },
  {
    name: 'a scan changes what Willba asks for',
    file: 'renderer/actions/take-scan.ts',
    find: 'return onScreen && !asked && !pending',
    plant: 'return onScreen && !pending',
  },
];
