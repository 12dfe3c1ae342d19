import type { Printer } from '../../shared/paper.ts';
import type { Result } from '../../shared/result.ts';
import type { Sheet } from './layout.ts';

/**
 * How a print ended. `printed`: the system's queue took it. `unknown`: nobody said, so it may lie in the printer. All others printed
 * nothing.
 */
export type PrintEnd = 'printed' | 'unknown' | 'cancelled' | 'no-printer' | 'printer-gone' | 'refused' | 'failed';

/** The system's printers and its dialogs. Implemented with Electron in `shell/paper-device.ts`; tests use a fake one. */
export interface PaperDevice {
  /** `unavailable`: the system did not say. */
  printers(): Promise<Result<readonly Printer[], 'unavailable'>>;
  /**
   * Puts a sheet into a printer's queue. Never throws.
   * @param printer by its system name; null: the one that a person chooses in the dialog, or the system's usual one
   * @param dialog whether the system's dialog comes first
   */
  print(sheet: Sheet, how: { readonly printer: string | null; readonly dialog: boolean }): Promise<PrintEnd>;
  /** @returns the bytes of a PDF; null if it could not be made. */
  pdf(sheet: Sheet): Promise<Uint8Array | null>;
  /** The system's dialog asks where to save. @returns the path; null if the person cancelled. */
  askWhere(fileName: string): Promise<string | null>;
}

/** A program without a window has no printer and nobody to ask. */
export const noPaper: PaperDevice = {
  printers: async () => ({ ok: true, value: [] }),
  print: async () => 'no-printer',
  pdf: async () => null,
  askWhere: async () => null,
};
