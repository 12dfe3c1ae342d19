// Without zod, because the window uses it.

/** What a printer may hold: rolls of 58 and 80 mm, and sheets. */
export const paperKinds = ['58', '80', 'a4'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** How this PC prints. */
export type PrintingChoice = {
  /** By its system name. Without one the system's dialog is shown, because nobody else could choose. */
  printer: string | null;
  paper: PaperKind;
  /** The system's own dialog comes before each print. */
  dialog: boolean;
};

export const usualPrinting: PrintingChoice = { printer: null, paper: '80', dialog: true };

/** Whose paper a receipt is. */
export const receiptCopyKinds = ['customer', 'merchant'] as const;
export type ReceiptCopyKind = (typeof receiptCopyKinds)[number];
