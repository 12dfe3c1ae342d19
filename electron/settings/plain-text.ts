import { z } from 'zod';
import { holdsCardNumber } from '../../shared/card-number.ts';
import { harmless, holdsHidden } from '../../shared/harmless.ts';

/** A name for screens and receipts: one harmless line, never a card number. Invisible characters are removed. */
export const plainName = (longest: number, shortest = 1) =>
  z
    .string()
    .max(longest * 2, { abort: true })
    .transform((name) => harmless(name, longest * 2).trim())
    .pipe(
      z
        .string()
        .min(shortest)
        .max(longest, { abort: true })
        .refine((name) => !holdsCardNumber(name), 'holds what may be a card number'),
    );

/** A user name or a password, unchanged. An invisible character in it is a mistake, and Nets would refuse the log-in without saying why. */
export const plainSecret = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest, { abort: true })
    .refine((secret) => !holdsHidden(secret), 'holds a control or invisible character')
    .refine(
      (secret) => !/^\s|\s$|[^\S ]/u.test(secret),
      'holds a blank that cannot be seen: at its beginning or end, or of an unusual kind',
    );

/** A token is sent in a header. A character that is not allowed there would stop every call, and it would look as if no server answered. */
export const headerSecret = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest, { abort: true })
    .regex(/^[\x21-\x7e]+$/, 'holds a blank, a line end or a character that a token cannot have');
