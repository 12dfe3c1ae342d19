/**
 * The largest answer that is read. A record with both receipts is under 10 KB. Parsing the worst JSON takes about 0.1 ms a kilobyte, and an
 * answer is parsed more than once.
 */
export const LARGEST_ANSWER_BYTES = 65_536;
/** For the log-in's answer and the list: 200 bytes for each of a thousand terminals, and some room. */
export const LARGEST_LIST_BYTES = 262_144;
/** A log-in belongs to one property or one chain. A longer list is refused as unreadable. */
export const MOST_TERMINALS = 5_000;
