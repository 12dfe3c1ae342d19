import type { SaleWarningCode } from '../../shared/errors.ts';
import { Mark } from '../components/Mark.tsx';
import { t } from '../i18n/t.ts';
import './confirm-charge.css';

/** What speaks against going on, each in its own words. */
export function WarningList({ warnings }: { readonly warnings: readonly SaleWarningCode[] }) {
  return (
    <ul className="warnings">
      {warnings.map((warning) => (
        <li key={warning} className="warnings__warning">
          <Mark kind="unclear" />
          <span>{t(`warnings.${warning}`)}</span>
        </li>
      ))}
    </ul>
  );
}
