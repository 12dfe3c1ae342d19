import type { CheckName } from '../../shared/check-names.ts';
import { Button } from '../components/Button.tsx';
import { t } from '../i18n/t.ts';
import { openDialog } from '../stores/view.ts';

/** Opens the checks at the one that fits the problem. */
export function CheckLink({ check, terminalId }: { readonly check: CheckName; readonly terminalId: string | null }) {
  return (
    <Button look="quiet" onPress={() => openDialog({ kind: 'checks', check, terminalId })}>
      {t('checks.open')}
    </Button>
  );
}
