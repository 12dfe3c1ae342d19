/** Typing and charging a sum, what is known of its booking, and the keys of the sale screen. */
export const saleScreenBugs = [
  {
    name: 'no sum is large enough to be asked about',
    file: 'electron/payments/rules/warnings.ts',
    find: 'sale.amountMinor > askAboveMinor',
    plant: 'sale.amountMinor > askAboveMinor * 1_000',
  },
  {
    name: 'a charge without a reference is repeated for a booking without a question',
    file: 'electron/payments/rules/just-charged.ts',
    find: "referenceKey(charged) === '' || referenceKey(charged)",
    plant: 'referenceKey(charged)',
  },
  {
    name: 'a refund counts as paid on its booking',
    file: 'electron/payments/rules/paid-on-reference.ts',
    find: "kind === 'sale' || kind === 'manual'",
    plant: "kind === 'sale' || kind === 'manual' || kind === 'refund'",
  },
  {
    name: 'what was given back still counts as paid on its booking',
    file: 'electron/payments/rules/paid-on-reference.ts',
    find: 'charge.chargedMinor - reversedMinor(payment, journal)',
    plant: 'charge.chargedMinor',
  },
  {
    name: 'the first character of a scan stays in the sum',
    file: 'renderer/keys/stray-digits.ts',
    find: '    takeBack?.();\n',
    plant: '',
  },
  {
    name: 'a digit typed beside the fields begins the sum anew',
    file: 'renderer/keys/stray-digits.ts',
    find: 'if (landed === null) wait(key.digit);',
    plant: 'if (landed === null || takeBack === null) wait(key.digit);',
  },
  {
    name: 'two digits pressed almost at once are lost',
    file: 'renderer/keys/stray-digits.ts',
    find: 'if (writes && run < BURST) {',
    plant: 'if (writes && run < BURST - 1) {',
  },
  {
    name: 'a tidied sum becomes another one',
    file: 'shared/amount-text.ts',
    find: "whole.startsWith('0') ? whole :",
    plant: "whole.startsWith('0') ? whole.replace(/^0/, '') :",
  },
  {
    name: 'another terminal for one sale becomes this PC’s own',
    file: 'renderer/actions/choose-terminal.ts',
    find: "if (dialog.purpose === 'retry') {",
    plant: "if (dialog.purpose === 'retry' && terminalId === '') {",
  },
];
