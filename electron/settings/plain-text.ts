import { z } from 'zod';
import { holdsCardNumber } from '../../shared/card-number.ts';
import { harmless, holdsHidden } from '../../shared/harmless.ts';

/** A name for screens and receipts: one harmless line, and never a card number. A mark that is not shown is taken out of it. */
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

/**
 * A user name or a password, taken as it is: what nobody can see in it came in by mistake, and would be refused by Nets without a
 * word about why.
 */
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

/** A token travels in a header: what cannot stand there is never sent, and looks as if nobody answered. */
export const headerSecret = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest, { abort: true })
    .regex(/^[\x21-\x7e]+$/, 'holds a blank, a line end or a character that a token cannot have');
