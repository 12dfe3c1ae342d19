/**
 * What loses payments in silence with the files that hold them, or lets them be read or written over.
 *
 * @type {readonly import('./bugs.mjs').Bug[]}
 */
export const fileBugs = [
  {
    name: 'a journal that lost its last rows says nothing',
    file: 'electron/storage/missing-payments.ts',
    find: "if (there === undefined) return 'no';",
    plant: "if (there === undefined) return 'yes';",
  },
  {
    name: 'a journal that went on from an older copy passes for the one before',
    file: 'electron/storage/missing-payments.ts',
    find: "there.paymentId === paymentId && there.at === at ? 'yes' : 'another'",
    plant: "there.paymentId === paymentId && there.at === at ? 'yes' : 'yes'",
  },
  {
    name: 'a note of the last row that was taken away is begun anew without a word',
    file: 'electron/storage/missing-payments.ts',
    find: "found.kind === 'unreadable' || hadOne ?",
    plant: "found.kind === 'unreadable' ?",
  },
  {
    name: 'the note of the last row runs ahead of the journal',
    file: 'electron/storage/missing-payments.ts',
    find: 'write({ last: selectLast.get() ?? null, missing });',
    plant: 'const last = selectLast.get() ?? null;\n      write({ last: last === null ? null : { ...last, row: last.row + 1 }, missing });',
  },
  {
    name: 'the note of the last row is written at the start alone',
    file: 'electron/storage/missing-payments.ts',
    find: 'if (appended.ok) writeAgain();',
    plant: 'if (!appended.ok) writeAgain();',
  },
  {
    name: 'lost payments are told once and forgotten with the restart',
    file: 'electron/storage/missing-payments.ts',
    find: 'const { last, missing } = found.note;\n    const rowIsThere',
    plant: 'const { last } = found.note;\n    const missing = null;\n    const rowIsThere',
  },
  {
    name: 'a sale does not ask although payments may be missing',
    file: 'electron/payments/rules/warnings.ts',
    find: 'if (sale.mayBeMissing === true)',
    plant: 'if (sale.mayBeMissing === true && false)',
  },
  {
    name: 'the checks call a journal well that lost payments',
    file: 'electron/diagnostics/judge.ts',
    find: "mayBeMissing ? failedBy('payments-missing') : well",
    plant: 'mayBeMissing ? well : well',
  },
  {
    name: 'the self-check calls a journal well that lost payments',
    file: 'electron/support/self-check.ts',
    find: 'pending.known && missingPayments === null',
    plant: 'pending.known',
  },
  {
    name: 'a folder that cannot be written passes for a program that runs',
    file: 'electron/shell/start-obstacles.ts',
    find: 'if (!NO_ROOM.has(code)) return { folder, code };',
    plant: 'if (!NO_ROOM.has(code) && false) return { folder, code };',
  },
  {
    name: 'an instance lock that cannot be made passes for a program that runs',
    file: 'electron/shell/start-obstacles.ts',
    find: "if (platform === 'win32') return true;",
    plant: 'if (platform !== null) return true;',
  },
  {
    name: 'a second start that asks for training takes any program for one that trains',
    file: 'electron/shell/start-obstacles.ts',
    find: "existsSync(join(folder, 'payments.lock')) && isHeld(folder)",
    plant: "!existsSync(join(folder, 'payments.lock')) || isHeld(folder)",
  },
  {
    name: 'another profile is taken in the place of a folder that cannot be made',
    file: 'electron/shell/folders.ts',
    find: '?.isDirectory() === true ? null : resolve(given)',
    plant: '?.isDirectory() === true ? null : null',
  },
  {
    name: 'files get whatever mode the umask leaves',
    file: 'electron/system/private-files.ts',
    find: 'return openSync(path, WRITE_NEW | NO_FOLLOW, PRIVATE_FILE);',
    plant: 'return openSync(path, WRITE_NEW | NO_FOLLOW);',
  },
  {
    name: 'a journal that was open to others stays so',
    file: 'electron/storage/open-database.ts',
    find: "for (const ending of ['', ...SIDE_FILES]) makePrivate(path + ending);",
    plant: '',
  },
  {
    name: 'a file of our own is written through a link',
    file: 'electron/system/private-files.ts',
    find: "if (stats.isSymbolicLink()) throw new ForeignFile(path, 'a link');\n  if (!stats.isFile())",
    plant: 'if (!stats.isFile() && !stats.isSymbolicLink())',
  },
  {
    name: "another account's file is written over",
    file: 'electron/system/private-files.ts',
    find: 'if (!isOurs(stats)) throw new ForeignFile(path, "another account\'s file");',
    plant: '',
  },
  {
    name: 'the reserve is taken wherever a link leads',
    file: 'electron/storage/reserve-file.ts',
    find: '        checkOwn(path);\n',
    plant: '',
  },
  {
    name: 'an export takes the place of the settings',
    file: 'electron/storage/export-target.ts',
    find: 'if (inside && !LIST.test(basename(target)))',
    plant: 'if (inside && false && !LIST.test(basename(target)))',
  },
  {
    name: "a stranger's lock is blamed on the account that had it before",
    file: 'electron/storage/lock-holder.ts',
    find: "name !== '' && isAlive(pid) && startOf(pid) === started ? name : null",
    plant: "name !== '' ? name : null",
  },
  {
    name: 'the log listens to every page',
    file: 'electron/shell/app-log.ts',
    find: "import('electron-log/node')",
    plant: "import('electron-log/main')",
  },
];
