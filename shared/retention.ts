/** How long card brand, last four digits and receipts are kept, in months. Without zod, because the window uses it. */
export const RETENTION_MONTHS = { default: 24, least: 3, most: 120 } as const;

export const usualKeeping: { readonly months: number; readonly backupFolder: string | null } = {
  months: RETENTION_MONTHS.default,
  backupFolder: null,
};
