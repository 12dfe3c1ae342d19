import { z } from 'zod';
import { saleWarningCodes } from '../errors.ts';
import { MAX_REFERENCE_LENGTH } from '../reference.ts';

// Members that several commands share.

export const nothing = z.null();
export const idSchema = z.string().min(1).max(64);
export const referenceSchema = z.string().max(MAX_REFERENCE_LENGTH);
export const lastFourSchema = z.string().regex(/^\d{4}$/);
export const receiptSchema = z.string().min(1).max(40);
export const personSchema = z.string().min(1).max(80);
/** Names one filled-in form. The same name twice is the same payment, however often a button is pressed. */
export const idempotencyKeySchema = z.string().min(8).max(64);
/** Each warning at most once. */
export const confirmedSchema = z.array(z.enum(saleWarningCodes)).max(saleWarningCodes.length);
/** This PC's terminal as the window showed it when the button was pressed; absent: whatever the program has. */
export const shownSchema = z
  .object({ terminalId: idSchema, name: z.string().max(200) })
  .nullable()
  .exactOptional();
/** The payment whose rest is charged: never more than what is left of it. */
export const completesIdSchema = idSchema.nullable().exactOptional();
export const begunSchema = z.object({ paymentId: idSchema });
/**
 * The mode that the person saw. If the mode changed just before the press, the sale is refused: a real sale must not become an exercise.
 */
export const deskModeSchema = z.enum(['unconfigured', 'production', 'training']);
