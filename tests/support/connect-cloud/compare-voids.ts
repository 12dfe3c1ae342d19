import type { ExportedPayment } from './exported-payment.ts';
import type { LedgerSnapshot } from './ledger.ts';

const NOT_DONE: readonly string[] = ['created', 'declined', 'cancelled', 'timed-out', 'refused'];

/**
 * Compares voids with the ledger. A void is a row of its own that names its sale. DELETE names nothing, so the ledger tells which
 * transaction it hit.
 */
export function compareVoids(payments: readonly ExportedPayment[], ledger: LedgerSnapshot): string[] {
  const rows = payments.filter((payment) => payment.kind === 'void');
  return [...rows.flatMap((row) => compareRow(row, payments, ledger)), ...strangers(rows, payments, ledger), ...repeats(rows, ledger)];
}

function compareRow(row: ExportedPayment, payments: readonly ExportedPayment[], ledger: LedgerSnapshot): string[] {
  const name = `void ${row.id} (${row.state})`;
  const sale = payments.find((payment) => payment.id === row.originalId);
  if (sale === undefined) return [`${name} names no payment of this export (${row.originalId})`];
  const done = ledger.voids.filter((each) => each.voided && each.hit === 'ours' && each.orderId === sale.orderId).length;
  if (row.state === 'approved' && done !== 1) return [`${name} of order ${sale.orderId} was done ${done} times`];
  if (row.state === 'approved' && row.moneyMoved !== 'yes') return [`${name} says that money moved: ${row.moneyMoved}`];
  const approvedElsewhere = payments.some(
    (each) => each !== row && each.kind === 'void' && each.originalId === row.originalId && each.state === 'approved',
  );
  if (row.state === 'approved' && approvedElsewhere) return [`${name}: order ${sale.orderId} is voided by more than one row`];
  if (NOT_DONE.includes(row.state) && done > 0 && !approvedElsewhere) return [`${name} of order ${sale.orderId} was done all the same`];
  return [];
}

function strangers(rows: readonly ExportedPayment[], payments: readonly ExportedPayment[], ledger: LedgerSnapshot): string[] {
  return ledger.voids.flatMap((each) => {
    if (each.voided && each.hit === 'other-desk')
      return [`a void on ${each.terminalId} took back another desk's transaction (${each.orderId})`];
    if (each.hit !== 'ours') return [];
    const sale = payments.find((payment) => payment.orderId === each.orderId);
    const owned = rows.some((row) => row.originalId === sale?.id);
    return owned ? [] : [`the void of order ${each.orderId} on ${each.terminalId} has no payment row`];
  });
}

/** DELETE may be repeated only after a structured "busy". So each other DELETE at a terminal needs its own void row. */
function repeats(rows: readonly ExportedPayment[], ledger: LedgerSnapshot): string[] {
  const terminals = [...new Set(ledger.voids.map((each) => each.terminalId))];
  return terminals.flatMap((terminalId) => {
    const sent = ledger.voids.filter((each) => each.terminalId === terminalId && each.said !== 'refused').length;
    const wanted = rows.filter((row) => row.terminalId === terminalId).length;
    return sent > wanted ? [`DELETE was sent ${sent} times to ${terminalId} for ${wanted} voids, busy answers not counted`] : [];
  });
}
