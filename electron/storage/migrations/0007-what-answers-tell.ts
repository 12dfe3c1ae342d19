/**
 * Stored JSON may now hold: the terminal that a record names, the guest's own currency, the difference between Nets' clock and this PC's at
 * a lookup, and how long a server asked us to wait. The tables stay as they are; the number stops an older program from reading what it
 * does not understand.
 */
export const migration0007 = { version: 7, name: 'what answers tell', sql: '-- stored JSON only', readsAlike: true } as const;
