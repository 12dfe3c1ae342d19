import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { t, tCount } from '../../i18n/t.ts';
import { client } from '../../pos-client.ts';
import { useHistory } from '../../stores/history.ts';

/** Saves what is shown as CSV. The list can be read on meanwhile. */
export function ExportButton() {
  const [state, setState] = useState<'ready' | 'exporting' | { readonly payments: number }>('ready');
  const exporting = state === 'exporting';

  async function exportNow(): Promise<void> {
    setState('exporting');
    const exported = await client.exportCsv(useHistory.getState().query);
    if (!exported.ok) useHistory.setState({ failure: exported.error });
    else useHistory.setState({ failure: null });
    setState(exported.ok && exported.value !== null ? exported.value : 'ready');
  }

  return (
    <div className="payments__export">
      <p className="payments__exported" role="status">
        {typeof state === 'object' && tCount('payments.exported', state.payments)}
      </p>
      <Button disabled={exporting} onPress={() => void exportNow()}>
        {t(exporting ? 'payments.exporting' : 'payments.export')}
      </Button>
    </div>
  );
}
