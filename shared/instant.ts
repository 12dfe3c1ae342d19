/** An ISO 8601 time in milliseconds since 1970. Reads no clock. */
export const millisOf = (iso: string): number => Date.parse(iso);
