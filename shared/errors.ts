import { z } from 'zod';

/** Every expected failure that can reach a screen. A new code without a text in each language does not compile. */
export const posErrorCodes = [
  'invalid-request',
  'internal',
  'not-configured',
  'operator-missing',
  'terminal-missing',
  'terminal-held',
  'desk-busy',
  'payment-unknown',
  'not-possible-now',
  'press-too-old',
  'terminal-changed',
  'form-changed',
  'lookup-too-soon',
  'confirmation-needed',
  'journal-unavailable',
  'journal-unreadable',
  'history-unreadable',
  'search-over',
  'settings-unreadable',
  'disk-full',
  'card-number-in-text',
  'training-refused',
  'training-unavailable',
  'nets-host-mismatch',
  'not-refundable',
  'refund-too-large',
  'rest-too-large',
  'request-used',
  'not-voidable',
  'login-in-use',
  'open-elsewhere',
  'bad-address',
  'secret-needed',
  'terminals-needed',
  'day-closed',
  'day-running',
  'day-verdict-missing',
  'day-open',
  'day-changed',
  'reconciling',
  'terminal-reconciling',
  'printers-unavailable',
  'no-printer',
  'printer-gone',
  'print-refused',
  'print-failed',
  'print-not-recorded',
  'pdf-failed',
  'file-exists',
  'file-foreign',
  'file-disk-full',
  'file-in-use',
  'file-read-only',
  'file-unwritable',
] as const;
export type PosErrorCode = (typeof posErrorCodes)[number];

/** A warning never blocks: the desk confirms it and the sale goes on (guests split bills). */
export const saleWarningCodes = [
  'same-reference-paid',
  'same-reference-unclear',
  'same-reference-elsewhere',
  'same-sum-just-charged',
  'same-sum-unclear',
  'terminal-has-unclear',
  'older-proven-paid',
  'terminal-renamed',
  'payments-may-be-missing',
  'large-sum',
] as const;
export type SaleWarningCode = (typeof saleWarningCodes)[number];

/** The payment that `same-sum-just-charged` is about. Minor units; `certain` false: it may have been charged. */
export const justChargedSchema = z.object({
  amountMinor: z.int(),
  currency: z.string(),
  at: z.string(),
  terminalName: z.string().nullable(),
  manual: z.boolean(),
  certain: z.boolean(),
});
export type JustCharged = z.infer<typeof justChargedSchema>;

/** The payment of another desk that `same-reference-elsewhere` is about. Minor units. `others`: how many more there are. */
export const elsewhereSchema = z.object({
  desk: z.string().nullable(),
  terminalName: z.string().nullable(),
  amountMinor: z.int(),
  currency: z.string(),
  at: z.string(),
  state: z.enum(['running', 'unclear', 'charged']),
  manual: z.boolean(),
  others: z.int(),
});
export type Elsewhere = z.infer<typeof elsewhereSchema>;

/**
 * What the window gets when a command failed. `moneyMoved`: whether the guest's money may have moved; `retry`: whether the same action may
 * be repeated; `ref`: what support looks for in the log.
 */
export const posErrorSchema = z.object({
  code: z.enum(posErrorCodes),
  moneyMoved: z.enum(['no', 'yes', 'unknown']),
  retry: z.enum(['safe', 'after-check', 'never']),
  ref: z.string(),
  warnings: z.array(z.enum(saleWarningCodes)).optional(),
  justCharged: justChargedSchema.exactOptional(),
  elsewhere: elsewhereSchema.exactOptional(),
  /** The unclear payment that should be settled instead of recording another one. */
  unclearId: z.string().optional(),
});
export type PosError = z.infer<typeof posErrorSchema>;
