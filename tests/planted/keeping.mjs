/**
 * What leaves old card data somewhere, lets a backup be less than it seems, or deletes what is not ours.
 *
 * @type {readonly import('./bugs.mjs').Bug[]}
 */
export const keepingBugs = [
  {
    name: 'the erasing by age takes the card of a payment that waits for a person',
    file: 'electron/storage/erase-old-card-data.ts',
    find: "AND state_name NOT IN ('created', 'sent', 'cancelling', 'checking', 'unresolved')`;",
    plant: '`;',
  },
  {
    name: 'the erasing by age forgets the receipts',
    file: 'electron/storage/erase-old-card-data.ts',
    find: 'return eraseReceipts.run(range).changes;',
    plant: 'return 0;',
  },
  {
    name: 'the erasing by age leaves the digits in what Willba accepted',
    file: 'electron/storage/erase-old-card-data.ts',
    find: 'return (dueEvents.get(asked) ?? 0) === 0 ? 0 : deleteNoted(asked);',
    plant: 'return 0;',
  },
  {
    name: 'what the erasing by age took lies on in the log',
    file: 'electron/storage/erase-old-card-data.ts',
    find: 'wal_checkpoint(TRUNCATE)',
    plant: 'wal_checkpoint(PASSIVE)',
  },
  {
    name: 'a clock that is years ahead erases everything',
    file: 'electron/storage/erase-old-card-data.ts',
    find: 'if (isAhead(database, now)) return',
    plant: 'if (isAhead(database, now) && false) return',
  },
  {
    name: 'a backup after an erasing is not compacted',
    file: 'electron/storage/backups/checked-copy.ts',
    find: "file.exec('VACUUM');",
    plant: '',
  },
  {
    name: 'a backup is carried away and never read back',
    file: 'electron/storage/backups/place-backup.ts',
    find: 'if (digestOf(partial, isStopped) !== digest)',
    plant: 'if (digest === "")',
  },
  {
    name: 'a share that is away becomes a folder of this PC',
    file: 'electron/storage/backups/place-backup.ts',
    find: "if (!isThere) throw new BackupFailure('folder-gone', 'The folder for the backups is not there');",
    plant: "if (!isThere) process.getBuiltinModule('node:fs').mkdirSync(folder, { recursive: true });",
  },
  {
    name: "another desk's backups are deleted",
    file: 'electron/storage/backups/rotate.ts',
    find: 'if (read !== null) return isOurs ? read.at : null;',
    plant: 'if (read !== null) return isOurs || folder !== "" ? read.at : null;',
  },
  {
    name: 'backups in a folder that was chosen before stay for ever',
    file: 'electron/storage/backups/back-up.ts',
    find: '...(chosen === null ? [] : [chosen]), ...earlier];',
    plant: '...(chosen === null ? [] : [chosen])];',
  },
  {
    name: 'a backup with fewer payments than the journal passes',
    file: 'electron/storage/backups/checked-copy.ts',
    find: "if (found !== 'ok' || JSON.stringify(counts) !== JSON.stringify(expected))",
    plant: "if (found !== 'ok')",
  },
  {
    name: 'an old backup is called well',
    file: 'electron/diagnostics/judge.ts',
    find: 'if (ageMs !== null && ageMs <= BACKUP_TOLERANCE_MS) return well;',
    plant: 'if (ageMs !== null) return well;',
  },
  {
    name: 'a restored payment that may have been sent since counts as never sent',
    file: 'electron/storage/restore/prepare-restored.ts',
    find: "if (state.name !== 'created') continue;",
    plant: "if (state.name !== 'created' || at !== '') continue;",
  },
  {
    name: 'a restored journal uses sequences again',
    file: 'electron/storage/restore/prepare-restored.ts',
    find: 'present.database === null ? 0 : sequenceOf(present.database),',
    plant: '0,',
  },
  {
    name: 'a restored journal sends again what Willba has accepted',
    file: 'electron/storage/restore/prepare-restored.ts',
    find: 'if (told !== undefined) accept.run(told.body, told.acceptedAt, id);',
    plant: 'if (told === null) accept.run(null, null, id);',
  },
  {
    name: 'a restored journal is the same desk to the others, so what it lost warns nobody',
    file: 'electron/storage/restore/prepare-restored.ts',
    find: "database.prepare('DELETE FROM desk WHERE key = ?').run(INSTALLATION_KEY);",
    plant: "database.prepare('DELETE FROM desk WHERE key = ? AND 0').run(INSTALLATION_KEY);",
  },
  {
    name: 'a payment that went on after the backup is not listed as lost',
    file: 'electron/storage/restore/present-journal.ts',
    find: 'if (hasRow.get(id, seq, at) === undefined)',
    plant: 'if (hasPayment.get(id) === undefined)',
  },
  {
    name: 'any number of payments may be lost, once one is named',
    file: 'electron/storage/restore/restore-backup.ts',
    find: 'accepted === payments.length || (',
    plant: 'accepted !== null || (',
  },
  {
    name: 'a damaged journal is taken for one that shows every payment',
    file: 'electron/storage/restore/present-journal.ts',
    find: 'return { payments, isIncomplete: !isWhole, closedDays',
    plant: 'return { payments, isIncomplete: false, closedDays',
  },
  {
    name: 'a backup with a flipped bit is restored',
    file: 'electron/storage/restore/take-backup.ts',
    find: 'if (name !== null && !digest.startsWith(name.digest))',
    plant: 'if (name === null && digest === "")',
  },
  {
    name: "another installation's backup is restored",
    file: 'electron/storage/restore/present-journal.ts',
    find: "if (!isSame) throw new Refused({ kind: 'another-journal' });",
    plant: "if (!isSame && here === '') throw new Refused({ kind: 'another-journal' });",
  },
  {
    name: 'after a restoring that was cut off an empty journal is begun',
    file: 'electron/storage/journal-files.ts',
    find: "['damaged', 'replaced'].some(",
    plant: "['damaged'].some(",
  },
];
