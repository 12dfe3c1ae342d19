/** The property's day changes at a whole hour from midnight to this one. A later one would leave it open whose day a morning is. */
export const LATEST_CUT_OVER_HOUR = 12;
