import { createNetsCardTerminal } from '../../electron/nets/nets-card-terminal.ts';
import { approve, approveThenCut, decline, startConnectCloud, waitForCancel } from '../support/connect-cloud/index.ts';
import { describeCardTerminal } from '../support/contracts/card-terminal-contract.ts';

describeCardTerminal('that reaches Nets', async () => {
  const right = { username: 'desk', password: 'Sala-Sana-1' };
  let credentials = right;
  const cloud = await startConnectCloud({ ...right, latestAfterMs: 0 });
  const terminal = createNetsCardTerminal({ baseUrl: cloud.baseUrl, credentials: () => credentials });
  const scripts = {
    approved: () => approve(),
    declined: () => decline('51'),
    lost: () => approveThenCut('before'),
    waits: () => waitForCancel(),
  };
  return {
    terminal,
    nextSale: (what) => {
      cloud.terminal('71000001').play(scripts[what]());
    },
    arrives: async () => {
      await cloud.waitFor({ method: 'POST', path: /\/transaction$/ });
    },
    refuseLogin() {
      credentials = { ...right, password: 'vanhentunut' };
      cloud.revokeTokens();
    },
    goAway: () => cloud.stopListening(),
    async close() {
      terminal.dispose();
      await cloud.close();
    },
  };
});
