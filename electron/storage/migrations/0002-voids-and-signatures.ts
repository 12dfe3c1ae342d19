/**
 * Stored states and events know voids that wait for a busy terminal and the guest's signature from here on, and a void that
 * was not the terminal's latest. The tables stay as they are; the number keeps an older program from reading what it cannot.
 */
export const migration0002 = { version: 2, name: 'voids and signatures', sql: '-- stored JSON only', readsAlike: true } as const;
