import { z } from 'zod';
import { networkCauses } from './network-cause.ts';

/** Why a check failed, or could not be made. */
export const checkReasons = [
  'payment-running',
  'inactive',
  'missing',
  'settings-lost',
  'no-terminal',
  'bad-record',
  'not-listed',
  'last-attempt-failed',
  'never-tried',
  'not-authorised',
  'unreachable',
  ...networkCauses,
  'unreadable',
  'right-missing',
  'not-configured',
  'secrets-missing',
  'clock-off',
  'disk-full',
  'journal-problem',
  'payments-missing',
  'no-backup-yet',
  'backup-old',
  'backup-folder-gone',
  'backup-failed',
  'not-asked',
] as const;

/** `unknown`: the check could not be made, which never means "all well". `minutes`: how far this PC's clock is off. */
export const checkResultSchema = z.object({
  result: z.enum(['ok', 'failed', 'unknown']),
  reason: z.enum(checkReasons).nullable(),
  minutes: z.int().nullable(),
  /** The network's error code, for support: `PROXY_407`, `ENOTFOUND`, … */
  code: z.string().exactOptional(),
});
export type CheckResult = z.infer<typeof checkResultSchema>;
