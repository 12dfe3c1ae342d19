import type { PosErrorCode } from '../../shared/errors.ts';
import type { PaperDocument } from '../../shared/paper.ts';
import type { PrintingChoice } from '../../shared/paper-kinds.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { PaperDevice, PrintEnd } from './ports.ts';

/** `unknown`: nobody said whether it was printed. It must be counted as printed. */
export type Printed = 'printed' | 'unknown' | 'cancelled';
export type Saved = 'saved' | 'cancelled';

/**
 * Puts documents on paper as this PC is set up to print. Any subject may use it: it makes a {@link PaperDocument}, which is plain text in
 * blocks (`shared/paper.ts`), hands it over, and tells the window what came of it.
 *
 * ```ts
 * const document = { title: 'Päivän päätös 28.11.2026', blocks: [{ look: 'heading', lines: [property] }, { look: 'rows', rows: sums }] };
 * const printed = await printing.print(document);            // ok 'printed' | 'unknown' | 'cancelled', or an error code with its words
 * const saved = await printing.savePdf(document, fileNameOf('paatos', [date], 'pdf'));
 * ```
 *
 * A failure has lost nothing and may be tried again. What is counted of it is the subject's own business.
 */
export type Printing = {
  print(document: PaperDocument): Promise<Result<Printed, PosErrorCode>>;
  /** @param fileName what the system's dialog offers (`file-name.ts`) */
  savePdf(document: PaperDocument, fileName: string): Promise<Result<Saved, PosErrorCode>>;
};

const REFUSALS: Record<Exclude<PrintEnd, Printed>, PosErrorCode> = {
  'no-printer': 'no-printer',
  'printer-gone': 'printer-gone',
  refused: 'print-refused',
  failed: 'print-failed',
};

export const createPrinting = (device: PaperDevice, choice: () => PrintingChoice): Printing => ({
  async print(document) {
    const { printer, paper, dialog } = choice();
    const { layOut } = await import('./layout.ts');
    const end = await device.print(layOut(document, paper), { printer, dialog: dialog || printer === null });
    return end === 'printed' || end === 'unknown' || end === 'cancelled' ? ok(end) : failed(REFUSALS[end]);
  },
  async savePdf(document, fileName) {
    const path = await device.askWhere(fileName);
    if (path === null) return ok('cancelled');
    const { layOut } = await import('./layout.ts');
    const bytes = await device.pdf(layOut(document, choice().paper));
    if (bytes === null) return failed('pdf-failed');
    const { saveFile } = await import('./save-file.ts');
    const written = saveFile(path, 'pdf', (add) => add(bytes));
    return written.ok ? ok('saved') : written;
  },
});
