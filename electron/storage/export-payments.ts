import type { ExportedPayment } from '../../shared/payment.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { maskedText } from '../masking/kept-text.ts';
import { toExportedPayment } from '../payments/rules/exported-payment.ts';
import { checkExportTarget } from './export-target.ts';
import { migration0003 } from './migrations/0003-environment-of-api1.ts';
import { openReadOnly, type ReadOnlyFailure, readFailure } from './open-read-only.ts';
import { paymentColumns, readPayment } from './payment-row.ts';
import { replaceFile, UnwritableFile } from './replace-file.ts';
import { type SqliteDatabase, schemaVersion } from './sqlite.ts';

export type ExportFailure =
  | Exclude<ReadOnlyFailure, { readonly kind: 'absent' }>
  /** The target cannot be written, is one of the program's own files, or is a link. Nothing was changed. */
  | { readonly kind: 'target-unwritable'; readonly cause: unknown };

const BATCH_CHARACTERS = 256 * 1024;

/**
 * Writes all payments of the journal as JSON Lines, oldest first. It may run beside the program and shows one moment. A temporary file is
 * renamed when it is complete, so the target is either the old or the new one. Without a journal the file is empty. If one payment cannot
 * be read the whole export fails: a missing line would not be noticed.
 * @param own the program's other folders: no file of the program in them is overwritten
 * @returns how many payments were written.
 */
export function exportPayments(
  databasePath: string,
  targetFile: string,
  own: readonly string[] = [],
): Result<{ readonly payments: number }, ExportFailure> {
  try {
    checkExportTarget(databasePath, targetFile, own);
  } catch (cause) {
    return failed({ kind: 'target-unwritable', cause });
  }
  const opened = openReadOnly(databasePath);
  if (!opened.ok && opened.error.kind !== 'absent') return failed(opened.error);

  let payments = 0;
  try {
    replaceFile(targetFile, (add) => {
      if (!opened.ok) return;
      payments = addPayments(opened.value.database, add);
      if (!opened.value.stayedTheSame()) throw new Error('The program has begun to write into the journal');
    });
    return ok({ payments });
  } catch (cause) {
    if (cause instanceof UnwritableFile) return failed({ kind: 'target-unwritable', cause: cause.cause });
    if (!opened.ok || opened.value.stayedTheSame()) return failed(readFailure(cause));
  } finally {
    if (opened.ok) opened.value.database.close();
  }
  // The program has started meanwhile; an ordinary reader works beside it.
  return exportPayments(databasePath, targetFile, own);
}

/** Row by row, so that a hundred thousand payments are never in memory together. */
function addPayments(database: SqliteDatabase, add: (text: string) => void): number {
  // An older journal that was not migrated yet is read as its migration will change it: real money is never shown as a test.
  const testWasReal = schemaVersion(database) < migration0003.version && migration0003.appliesTo(database);
  let payments = 0;
  let batch = '';
  for (const row of database.prepare<[], unknown>(`SELECT ${paymentColumns(database)} FROM payments ORDER BY number`).iterate()) {
    const payment = maskedPayment(toExportedPayment(readPayment(row)));
    const environment = testWasReal && payment.environment === 'test' ? 'production' : payment.environment;
    batch += `${JSON.stringify({ ...payment, environment })}\n`;
    payments += 1;
    if (batch.length < BATCH_CHARACTERS) continue;
    add(batch);
    batch = '';
  }
  add(batch);
  return payments;
}

const kept = <T extends string | null>(text: T): T | string => (text === null ? text : maskedText(text));

const LAST_FOUR = /^(.*)( ····\d{4})$/su;

/** The receipt's number and the card's end are two: together they may look like one card number, and the number is a person's proof. */
function keptEvidence(evidence: string): string {
  const [, number = evidence, lastFour = ''] = LAST_FOUR.exec(evidence) ?? [];
  return `${maskedText(number)}${lastFour}`;
}

/** Masks typed and received text once more: an earlier version accepted card numbers that this one recognises. */
export function maskedPayment(payment: ExportedPayment): ExportedPayment {
  const { card, settlement, terminalId, terminalName, pointOfSale, reference, operator, stan } = payment;
  return {
    ...payment,
    terminalId: kept(terminalId),
    terminalName: kept(terminalName),
    pointOfSale: kept(pointOfSale),
    reference: kept(reference),
    operator: kept(operator),
    stan: kept(stan),
    card: card === null ? null : { ...card, brand: kept(card.brand) },
    settlement:
      settlement === null
        ? null
        : { ...settlement, by: kept(settlement.by), reason: kept(settlement.reason), evidence: keptEvidence(settlement.evidence) },
  };
}
