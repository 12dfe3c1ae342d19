import { readFileSync } from 'node:fs';

import { isObject } from './wire.ts';

export type ExportedState =
  | 'created'
  | 'sent'
  | 'cancelling'
  | 'checking'
  | 'approved'
  | 'declined'
  | 'cancelled'
  | 'timed-out'
  | 'refused'
  | 'unresolved'
  | 'settled-by-person';

/** One line of `--export-payments`, as interfaces.md describes it; members that the comparison does not read may be missing. */
export interface ExportedPayment {
  readonly id: string;
  readonly orderId: string | null;
  readonly originalId: string | null;
  readonly kind: 'sale' | 'refund' | 'void' | 'manual';
  readonly state: ExportedState;
  readonly moneyMoved: 'yes' | 'no' | 'unknown';
  readonly amountMinor: number;
  readonly chargedMinor: number | null;
  readonly tipMinor: number | null;
  readonly surchargeMinor: number | null;
  readonly terminalId: string | null;
  readonly reason: string | null;
  readonly proof: 'answer' | 'lookup' | 'person' | null;
  readonly settlement: { readonly charged: boolean; readonly by: string; readonly reason: string } | null;
  readonly [further: string]: unknown;
}

const STATES: readonly string[] = [
  'created',
  'sent',
  'cancelling',
  'checking',
  'approved',
  'declined',
  'cancelled',
  'timed-out',
  'refused',
  'unresolved',
  'settled-by-person',
];

/** Reads JSON Lines. Throws with the line's number if a line is not a payment: a broken export is a fault too. */
export function parseExportedPayments(text: string): ExportedPayment[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      const value: unknown = JSON.parse(line);
      const wrong = whatIsWrong(value);
      if (wrong !== null) throw new Error(`exported payment in line ${index + 1}: ${wrong}`);
      return value as ExportedPayment;
    });
}

export function readExportedPayments(file: string): ExportedPayment[] {
  return parseExportedPayments(readFileSync(file, 'utf8'));
}

function whatIsWrong(value: unknown): string | null {
  if (!isObject(value)) return 'no object';
  if (typeof value['id'] !== 'string' || value['id'] === '') return 'id is missing';
  if (typeof value['state'] !== 'string' || !STATES.includes(value['state'])) return `unknown state ${String(value['state'])}`;
  if (!['sale', 'refund', 'void', 'manual'].includes(String(value['kind']))) return `unknown kind ${String(value['kind'])}`;
  if (!Number.isSafeInteger(value['amountMinor'])) return 'amountMinor is no integer';
  for (const name of ['chargedMinor', 'tipMinor', 'surchargeMinor']) {
    const amount = value[name];
    if (amount !== null && amount !== undefined && !Number.isSafeInteger(amount)) return `${name} is no integer`;
  }
  return null;
}
