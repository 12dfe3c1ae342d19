import { z } from 'zod';
import { languages } from './money.ts';
import { type PrintingChoice, paperKinds } from './paper-kinds.ts';

/**
 * A part of what is put on paper. Every look is set in a face of fixed width, so that columns stay columns.
 * - `heading`, `mark`: centred and bold; a mark is larger, for what must not be overlooked
 * - `centre`: centred
 * - `text`: sentences, broken between words
 * - `fixed`: lines that somebody else formatted: every character stays where it was, and a line that is too long goes on in the next
 * - `rows`: a label at the left and its value at the right
 * - `sign`: room and a line for a signature
 */
export const paperBlockSchema = z.discriminatedUnion('look', [
  z.object({ look: z.enum(['heading', 'mark', 'centre', 'text', 'fixed']), lines: z.array(z.string()) }),
  z.object({ look: z.literal('rows'), rows: z.array(z.tuple([z.string(), z.string()])) }),
  z.object({ look: z.literal('sign'), label: z.string() }),
]);
export type PaperBlock = z.infer<typeof paperBlockSchema>;

/** What is printed or saved as a PDF: plain text, whatever it is about. */
export const paperDocumentSchema = z.object({
  title: z.string(),
  /** Named in the page, so that a reader of the PDF speaks it. */
  language: z.enum(languages),
  blocks: z.array(paperBlockSchema),
});
export type PaperDocument = z.infer<typeof paperDocumentSchema>;

/** One line as it comes out on paper. */
export const sheetLineSchema = z.object({ text: z.string(), look: z.enum(['plain', 'strong', 'large']) });
export type SheetLine = z.infer<typeof sheetLineSchema>;

export const printerSchema = z.object({
  /** By which the system knows it, and by which it is kept. */
  name: z.string(),
  shownAs: z.string(),
});
export type Printer = z.infer<typeof printerSchema>;

export const printingChoiceSchema = z.object({
  printer: z.string().min(1).max(300).nullable(),
  paper: z.enum(paperKinds),
  dialog: z.boolean(),
}) satisfies z.ZodType<PrintingChoice>;
