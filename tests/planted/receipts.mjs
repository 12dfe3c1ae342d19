/**
 * What puts a wrong word about money on paper, or makes two originals of one receipt.
 *
 * @type {readonly import('./bugs.mjs').Bug[]}
 */
export const receiptBugs = [
  {
    name: 'the second print of a receipt does not say that it is a copy',
    file: 'electron/receipts/receipt-document.ts',
    find: '...(isFurther || isFromLookup(nets) ? [words.marks.copy] : [])',
    plant: '...(isFromLookup(nets) ? [words.marks.copy] : [])',
  },
  {
    name: 'the receipt that a lookup brought passes for an original',
    file: 'electron/receipts/receipt-document.ts',
    find: '...(isFurther || isFromLookup(nets) ? [words.marks.copy] : [])',
    plant: '...(isFurther ? [words.marks.copy] : [])',
  },
  {
    name: 'the text of another payment is printed',
    file: 'electron/storage/receipts.ts',
    find: 'WHERE payment_id = ? ORDER BY seq, copy',
    plant: 'WHERE payment_id >= ? ORDER BY seq DESC, copy',
  },
  {
    name: 'the merchant gets the text of the guest’s copy',
    file: 'electron/receipts/nets-text.ts',
    find: 'texts.findLast((text) => text.copy === copy)',
    plant: "texts.findLast((text) => text.copy === 'customer')",
  },
  {
    name: 'a payment that is not known shows Nets’ receipt',
    file: 'electron/receipts/nets-text.ts',
    find: "(proof === 'answer' || proof === 'lookup') && moneyMoved !== 'unknown'",
    plant: "proof !== undefined || moneyMoved !== 'unknown'",
  },
  {
    name: 'an approval of nothing shows Nets’ receipt',
    file: 'electron/receipts/nets-text.ts',
    find: "(proof === 'answer' || proof === 'lookup') && moneyMoved !== 'unknown'",
    plant: "proof === 'answer' || proof === 'lookup'",
  },
  {
    name: 'a payment that is not known is printed as a slip of one',
    file: 'electron/receipts/receipt-document.ts',
    find: "moneyMoved === 'yes' && proof !== 'person'",
    plant: "moneyMoved !== 'no' && proof !== 'person'",
  },
  {
    name: 'a payment that is not known has no mark',
    file: 'electron/receipts/receipt-worth.ts',
    find: "  if (payment.moneyMoved === 'unknown') return [marks.notProof];\n",
    plant: "  if (payment.moneyMoved === 'unknown') return [];\n",
  },
  {
    name: 'a payment that is not known is printed with the asked sum as charged',
    file: 'electron/receipts/receipt-worth.ts',
    find: '      [label, rows.notKnown],\n',
    plant: '      [label, sum(amountMinor)],\n',
  },
  {
    name: 'a refund is printed like a charge',
    file: 'electron/receipts/receipt-worth.ts',
    find: 'const sign = isBack(payment) ? -1 : 1;',
    plant: 'const sign = 1;',
  },
  {
    name: 'a voided sale is printed as if it stood',
    file: 'electron/receipts/receipt-worth.ts',
    find: "  if (payment.voided === 'yes') return [marks.voided];\n",
    plant: '',
  },
  {
    name: 'training is not marked on paper',
    file: 'electron/receipts/receipt-document.ts',
    find: "environment === 'production' ? []",
    plant: "environment !== 'test' ? []",
  },
  {
    name: 'our own slip names the card',
    file: 'electron/receipts/receipt-document.ts',
    find: '    [rows.order, payment.orderId],\n',
    plant: "    [rows.order, payment.orderId],\n    ['VISA', payment.card?.last4 ?? null],\n",
  },
  {
    name: 'a print that nobody knows the end of does not count',
    file: 'electron/receipts/receipts-part.ts',
    find: "made.value === 'unknown' ? 'unknown' : 'made'",
    plant: "made.value === 'unknown' ? 'not-made' : 'made'",
  },
  {
    name: 'a print that failed makes the next one a copy',
    file: 'electron/receipts/receipts-part.ts',
    find: "!made.ok || made.value === 'cancelled' ? 'not-made'",
    plant: "made.ok && made.value === 'cancelled' ? 'not-made'",
  },
  {
    name: 'a print is recorded only once it has ended',
    file: 'electron/storage/receipt-prints.ts',
    find: "AND NOT EXISTS (SELECT 1 FROM receipt_print_ends AS ended WHERE ended.number = print.number AND ended.end = 'not-made'))",
    plant: "AND EXISTS (SELECT 1 FROM receipt_print_ends AS ended WHERE ended.number = print.number AND ended.end <> 'not-made'))",
  },
  {
    name: 'a receipt is printed although that cannot be recorded',
    file: 'electron/receipts/receipts-part.ts',
    find: "  if (!begun.ok) return failed('print-not-recorded');\n  const made = await run(ready);\n",
    plant: "  const made = await run(ready);\n  if (!begun.ok) return failed('print-not-recorded');\n",
  },
  {
    name: 'two presses at once make two originals',
    file: 'electron/receipts/receipts-part.ts',
    find: '  const ready = receipts.readyOf(payment, copy, parts);\n',
    plant: '  const ready = receipts.readyOf(payment, copy, parts);\n  await null;\n',
  },
  {
    name: 'a receipt is printed while its payment runs',
    file: 'electron/receipts/receipts-part.ts',
    find: "  if (isRunning(payment)) return failed('not-possible-now');\n",
    plant: '',
  },
  {
    name: 'what does not fit on a line of paper is left out',
    file: 'electron/paper/layout.ts',
    find: 'plain(cutAtWidth(clean(line), columns))',
    plant: 'plain(cutAtWidth(clean(line), columns).slice(0, 1))',
  },
  {
    name: 'type shrinks below what can be read',
    file: 'electron/paper/layout.ts',
    find: 'Math.max(SMALLEST_POINTS, Math.floor(wished * 100) / 100)',
    plant: 'Math.floor(wished * 100) / 100',
  },
  {
    name: 'a terminal’s text can put tags into the page that is printed',
    file: 'electron/paper/page.ts',
    find: "text === '' ? ' ' : escaped(text)",
    plant: "text === '' ? ' ' : text",
  },
  {
    name: 'a job that the queue refuses passes for printed',
    file: 'electron/shell/paper-device.ts',
    find: "  if (wanted !== undefined && !takesJobs(wanted)) return 'refused';\n",
    plant: '',
  },
  {
    name: 'a print that nobody answers passes for one that failed',
    file: 'electron/shell/paper-device.ts',
    find: "?? 'unknown');",
    plant: "?? 'failed');",
  },
  {
    name: 'the page that is printed may run scripts',
    file: 'electron/shell/paper-device.ts',
    find: '        javascript: false,\n',
    plant: '',
  },
  {
    name: 'a PDF is written through a link',
    file: 'electron/paper/save-file.ts',
    find: '    checkOwn(target);\n',
    plant: '',
  },
  {
    name: 'a PDF takes the place of the journal',
    file: 'electron/paper/save-file.ts',
    find: 'const target = hasEnding ? path : ',
    plant: 'const target = true ? path : ',
  },
  {
    name: 'the receipt of a charge that a lookup proved is the one that says declined',
    file: 'electron/storage/receipts.ts',
    find: " AND NOT (state_name = 'approved' AND event ->> '$.outcome.kind' IS 'rejected')",
    plant: '',
  },
];
