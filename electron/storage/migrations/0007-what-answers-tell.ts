/**
 * Stored JSON knows from here on: the terminal that a record names, the guest's own currency, how far Nets' clock was from this
 * PC's at a lookup, and how long a server asked to be left alone. The tables stay as they are; the number keeps an older program
 * from reading what it cannot.
 */
export const migration0007 = { version: 7, name: 'what answers tell', sql: '-- stored JSON only', readsAlike: true } as const;
