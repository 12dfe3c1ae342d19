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
    find: 'return read.journal === journal ? read.at : null;',
    plant: 'return journal === "" ? null : read.at;',
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
];
