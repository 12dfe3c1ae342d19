import { expect } from '@playwright/test';
import { type ConnectCloud, type ConnectCloudOptions, comparePaymentsWithLedger, type ExportedPayment } from '../connect-cloud/index.ts';
import type { ProvisioningOverrides } from '../provisioning.ts';
import type { LaunchedApp, LaunchOptions } from './launch.ts';
import { newest } from './play-at-terminal.ts';
import type { Started } from './started.ts';

export interface NetsDeskOptions {
  readonly cloud?: Partial<ConnectCloudOptions>;
  readonly provisioning?: ProvisioningOverrides;
  readonly launch?: LaunchOptions;
  /** Chosen for this PC before the first test; null leaves the choice to the first sale. */
  readonly terminal?: string | null;
}

/** A desk that was provisioned with a Connect@Cloud server that is not the embedded one. */
export interface NetsDesk extends LaunchedApp {
  readonly cloud: ConnectCloud;
  readonly provisioningFile: string;
  /** The newest payment of `--export-payments`. */
  latest(): Promise<ExportedPayment>;
  /** How many POST …/transaction reached the server so far. */
  posts(): number;
  /** Export and ledger agree, and nothing disturbed a waiting terminal but what the test itself pressed. */
  expectAgreement(options?: { readonly refreshesPressed?: number }): Promise<void>;
}

export async function openNetsDesk(started: Started, options: NetsDeskOptions = {}): Promise<NetsDesk> {
  const cloud = await started.cloud({ latestAfterMs: 0, ...options.cloud });
  const provisioningFile = started.provision({ baseUrl: cloud.baseUrl, ...options.provisioning });
  const launched = await started.launch({ ...options.launch, provision: provisioningFile });
  const { terminal = 'Päätelaite I' } = options;
  if (terminal !== null) {
    await launched.desk.ready();
    await launched.desk.chooseTerminal(terminal);
  }
  return {
    ...launched,
    cloud,
    provisioningFile,
    latest: async () => newest(await launched.readExport()),
    posts: () => cloud.count({ method: 'POST', path: /\/transaction$/ }),
    async expectAgreement({ refreshesPressed = 0 } = {}) {
      expect(comparePaymentsWithLedger(await launched.readExport(), cloud.ledger.snapshot())).toEqual([]);
      const terminals = [...new Set(cloud.requests.flatMap((request) => request.terminalId ?? []))];
      const disturbing = terminals.flatMap((id) => cloud.disturbances(id)).map(({ method, path }) => `${method} ${path}`);
      const pressed = disturbing.filter((call) => /^GET .*\/transaction$/.test(call));
      expect(disturbing).toEqual(pressed);
      expect(pressed).toHaveLength(refreshesPressed);
    },
  };
}
