import { basename } from 'node:path';
import { INSTALLATION_KEY } from '../installation.ts';
import { notePath, readNote } from '../last-row-note.ts';
import { migrate, migrations } from '../migrations.ts';
import { raiseSequence, secondsOf } from '../outbox-rows.ts';
import { createPaymentJournal } from '../payment-journal.ts';
import { Database, type SqliteDatabase } from '../sqlite.ts';
import type { Present } from './present-journal.ts';
import type { Loss } from './refusal.ts';

type Prepared = { readonly file: string; readonly present: Present; readonly loss: Loss; readonly path: string; readonly now: string };

/**
 * Makes a copy of a backup fit to go on with. The time since the backup is lost to it, so:
 *
 * - A payment of which nothing had left this PC may have been sent since: it is looked up like one that was.
 * - Events get sequences above every one that may have been used, and those that were accepted meanwhile are not sent again.
 * - The other desks' Strapi knows this PC by a new id, so that the payments that were lost here are seen there as somebody else's, and the
 *   desk is asked before it charges one of their bookings again.
 *
 * Everything else, also that payments are missing, the next start finds out by itself (missing-payments.ts).
 */
export function prepareRestored(copy: string, { file, present, loss, path, now }: Prepared): void {
  const database = new Database(copy, { fileMustExist: true });
  try {
    // One file, without a log beside it, until it has its name.
    for (const setting of [
      'journal_mode = DELETE',
      'synchronous = FULL',
      'foreign_keys = ON',
      'recursive_triggers = ON',
      'secure_delete = ON',
    ])
      database.pragma(setting);
    migrate(database, migrations);
    database
      .transaction(() => {
        raiseSequences(database, present, path, now);
        takeOverAccepted(database, present);
        mayHaveBeenSent(database, now);
        database.prepare('DELETE FROM desk WHERE key = ?').run(INSTALLATION_KEY);
        const told = JSON.stringify({ from: basename(file), lost: loss.payments.length, isIncomplete: loss.isIncomplete });
        database.prepare('INSERT INTO desk (key, value) VALUES (?, ?)').run(`restored:${now}`, told);
      })
      .immediate();
  } finally {
    database.close();
  }
}

/** Above what both journals have used, and above what the clock and the note beside the journal say may have been used since. */
function raiseSequences(database: SqliteDatabase, present: Present, path: string, now: string): void {
  const note = readNote(notePath(path));
  const lastRowAt = note.kind === 'read' ? note.note.last?.at : undefined;
  const least = Math.max(
    sequenceOf(database),
    present.database === null ? 0 : sequenceOf(present.database),
    ...[now, lastRowAt].map((at) => (at === undefined ? 0 : secondsOf(new Date(at)))),
  );
  raiseSequence(database, least);
}

/** 0 also if it cannot be read any more. */
function sequenceOf(database: SqliteDatabase): number {
  try {
    const found = database.prepare(`SELECT seq FROM sqlite_sequence WHERE name = 'outbox'`).pluck().get();
    return typeof found === 'number' ? found : 0;
  } catch {
    return 0;
  }
}

type Told = { readonly body: string | null; readonly acceptedAt: string | null };

/** The texts that were sent meanwhile, so that a further try sends the same, and what was accepted. */
function takeOverAccepted(database: SqliteDatabase, { database: present }: Present): void {
  if (present === null) return;
  const waiting = database.prepare('SELECT id FROM outbox WHERE accepted_at IS NULL').pluck().all();
  const accept = database.prepare('UPDATE outbox SET body = coalesce(body, ?), accepted_at = ? WHERE id = ?');
  try {
    const select = present.prepare<[unknown], Told>('SELECT body, accepted_at AS acceptedAt FROM outbox WHERE id = ?');
    for (const id of waiting) {
      const told = select.get(id);
      if (told !== undefined) accept.run(told.body, told.acceptedAt, id);
    }
  } catch {
    // Damaged, or from before there was an outbox: what waits is sent once more, under its own id.
  }
}

function mayHaveBeenSent(database: SqliteDatabase, at: string): void {
  const journal = createPaymentJournal(database);
  for (const { facts, state } of journal.open()) {
    if (state.name !== 'created') continue;
    const sent = { name: 'sent', written: false, ...(state.busyAnswers === undefined ? {} : { busyAnswers: state.busyAnswers }) } as const;
    const appended = journal.append(facts.id, { at, event: { type: 'cleared' }, state: sent, evidence: null });
    if (!appended.ok) throw appended.error.cause;
  }
}
