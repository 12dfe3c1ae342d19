/**
 * Stored states and events may now hold voids that wait for a busy terminal, the guest's signature, and a void that was not the terminal's
 * latest transaction. The tables stay as they are; the number stops an older program from reading what it does not understand.
 */
export const migration0002 = { version: 2, name: 'voids and signatures', sql: '-- stored JSON only', readsAlike: true } as const;
