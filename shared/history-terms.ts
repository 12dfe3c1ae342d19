// Without zod, because the window uses it.

/** More than anybody types to find a payment. */
export const MAX_SEARCH_LENGTH = 200;
/** Rows of one answer. */
export const HISTORY_PAGE = 50;

/** What became of the money, and who said so. */
export const historyFilters = ['all', 'paid', 'back', 'not-charged', 'unclear', 'by-person'] as const;
export type HistoryFilter = (typeof historyFilters)[number];
