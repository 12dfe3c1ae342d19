import { isJsonObject, memberOf } from '../http/json.ts';
import { keptReceipt } from '../masking/kept-receipt.ts';
import type { ReceiptTexts } from '../payments/core/outcome.ts';
import { parseJsonObject } from './unambiguous-json.ts';

/**
 * The receipts in an answer: `customerReceipt` and `merchantReceipt` beside a money call's record, `printText.Text` in a lookup, which is
 * one receipt of whichever copy the terminal made last. Null if there is none, which is so where the terminal prints by itself.
 */
export function readReceipts(body: string): ReceiptTexts | null {
  const root = parseJsonObject(body);
  if (root === null) return null;
  for (const holder of [memberOf(root, 'result'), memberOf(root, 'failure')].flat()) {
    if (!isJsonObject(holder)) continue;
    const print = memberOf(holder, 'printText');
    const found = {
      customer: readText(memberOf(holder, 'customerReceipt')),
      merchant: readText(memberOf(holder, 'merchantReceipt')),
      terminal: readText(isJsonObject(print) ? memberOf(print, 'Text') : print),
    };
    if (Object.values(found).some((text) => text !== null)) return found;
  }
  return null;
}

const readText = (value: unknown): string | null => (typeof value === 'string' ? keptReceipt(value) : null);
