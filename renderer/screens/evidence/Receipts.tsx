import type { ReceiptText } from '../../../shared/payment-evidence.ts';
import { t } from '../../i18n/t.ts';
import './receipts.css';

/** The receipts of Nets, line by line as the terminal formatted them. */
export function Receipts({ receipts }: { readonly receipts: readonly ReceiptText[] }) {
  return (
    <div className="receipts">
      {receipts.map(({ copy, text }) => (
        <figure key={`${copy}:${text}`} className="receipts__one">
          <figcaption className="receipts__name">{t(`evidence.receipts.${copy}`)}</figcaption>
          <pre className="receipts__text">{text}</pre>
        </figure>
      ))}
    </div>
  );
}
