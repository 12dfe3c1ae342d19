/**
 * What Nets' answers may be, before anybody reads them. A record with both receipts is under 10 KB; reading JSON of the worst shape takes
 * about 0.1 ms a kilobyte, and an answer is read more than once.
 */
export const LARGEST_ANSWER_BYTES = 65_536;
/** The log-in's answer and the list: 200 bytes for each of a thousand terminals, and room. */
export const LARGEST_LIST_BYTES = 262_144;
/** A log-in is a property's, or a chain's; what lists more is no list of terminals. */
export const MOST_TERMINALS = 5_000;
