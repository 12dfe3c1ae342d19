import type { Sheet } from '../../../electron/paper/layout.ts';
import type { PaperDevice, PrintEnd } from '../../../electron/paper/ports.ts';
import type { Printer } from '../../../shared/paper.ts';
import { failed, ok } from '../../../shared/result.ts';

/** A PC's printers and dialogs, played by a test. */
export interface FakePaperDevice extends PaperDevice {
  /** Null: the system does not say. */
  has: readonly Printer[] | null;
  /** How the next prints end, one after another; after the last one every print is `printed`. */
  readonly ends: PrintEnd[];
  /** What somebody answers in the dialog that asks where to save; null: they cancel. */
  saveTo: string | null;
  makesPdf: boolean;
  /** What lies on paper, and in PDFs, in this order. */
  readonly papers: { readonly sheet: Sheet; readonly printer: string | null; readonly dialog: boolean }[];
  readonly pdfs: Sheet[];
  readonly asked: string[];
  /** Called while a job is under way. */
  during: () => unknown;
}

/** A PDF of these tests is the sheet's text. */
export const textOf = ({ lines }: Sheet): string => lines.map(({ text }) => text).join('\n');

export function createFakePaperDevice(printers: readonly Printer[] = [{ name: 'kuitti', shownAs: 'Kuittitulostin' }]): FakePaperDevice {
  const device: FakePaperDevice = {
    ...{ has: printers, ends: [], saveTo: null, makesPdf: true, papers: [], pdfs: [], asked: [] },
    during: () => undefined,
    printers: async () => (device.has === null ? failed('unavailable') : ok(device.has)),
    async print(sheet, { printer, dialog }) {
      await device.during();
      const isGone = printer !== null && device.has !== null && !device.has.some(({ name }) => name === printer);
      const end = device.has?.length === 0 && !dialog ? 'no-printer' : isGone ? 'printer-gone' : (device.ends.shift() ?? 'printed');
      // Whether paper came out is not known where nobody said how it ended.
      if (end === 'printed' || end === 'unknown') device.papers.push({ sheet, printer, dialog });
      return end;
    },
    async pdf(sheet) {
      await device.during();
      if (!device.makesPdf) return null;
      device.pdfs.push(sheet);
      return Buffer.from(textOf(sheet));
    },
    async askWhere(fileName) {
      device.asked.push(fileName);
      return device.saveTo;
    },
  };
  return device;
}
