import { randomUUID } from 'node:crypto';
import { composeProgram, type Program, type ProgramParts } from '../../../electron/program/compose.ts';
import { createDeskLanguage } from '../../../electron/settings/desk-language.ts';
import { parseProvisioning } from '../../../electron/settings/provisioning-file.ts';
import { applyProvisioning, type Configuration, type NewConfiguration } from '../../../electron/settings/settings.ts';
import { noKeeper, type SettingsKeeper } from '../../../electron/settings/settings-commands.ts';
import { silentLog } from '../../../electron/support/log.ts';
import type { CommandInput } from '../../../shared/ipc/contract.ts';
import type { PaymentStateName, PaymentView } from '../../../shared/payment.ts';
import { type ProvisioningOverrides, provisioningFile } from '../../support/provisioning.ts';

/** The real program without its window, provisioned for a Connect@Cloud server of the test. */
export function composeForTest(
  dataFolder: string,
  baseUrl: string,
  keeper: SettingsKeeper = noKeeper,
  { overrides = {}, ...more }: Partial<ProgramParts> & { readonly overrides?: ProvisioningOverrides } = {},
): Program {
  const file = parseProvisioning(JSON.stringify(provisioningFile({ ...(baseUrl === '' ? {} : { baseUrl }), ...overrides })));
  if (!file.ok) throw new Error(file.error);
  const { settings, secrets } = applyProvisioning(file.value, null);
  return composeProgram({
    dataFolder,
    settings,
    secrets: Promise.resolve({ secrets, kept: true }),
    language: createDeskLanguage(null),
    training: false,
    resolveProxy: async () => 'DIRECT',
    log: silentLog,
    keeper,
    ...more,
  });
}

/** Keeps nothing, and hands out the file when it is asked for one; with `fails` it can write nothing. */
export function keeperFor(file: string): SettingsKeeper & { fails: boolean } {
  const keeper = {
    fails: false,
    chooseFile: async () => parseProvisioning(file),
    chooseFolder: async () => null,
    read: (): Configuration | null => null,
    writeSettings: () => undefined,
    async keep({ settings, secrets }: NewConfiguration) {
      // As a keyring does: it takes its time.
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (keeper.fails) throw new Error('no room');
      return { settings, secrets: Promise.resolve({ secrets, kept: true }) };
    },
    pending: () => ({ any: false, login: null }),
  };
  return keeper;
}

let forms = 0;

/** A filled-in form of its own, for a booking of its own. */
export const sale = (): CommandInput<'startSale'> => {
  forms += 1;
  return { ...filledIn, idempotencyKey: randomUUID(), reference: `R-9${String(forms).padStart(3, '0')}` };
};
const filledIn = {
  mode: 'production',
  amountMinor: 1250,
  terminalId: '71000001',
  confirmed: [],
} satisfies Partial<CommandInput<'startSale'>>;

/** Follows a payment until it is in the state; fails after two minutes with the state it was in. */
export async function untilPayment(program: Program, paymentId: string, state: PaymentStateName): Promise<PaymentView> {
  const deadline = performance.now() + 120_000;
  for (;;) {
    const snapshot = await program.execute('snapshot', null);
    const found = snapshot.ok ? snapshot.value.today.payments.find(({ id }) => id === paymentId) : undefined;
    if (found?.state === state) return found;
    if (performance.now() > deadline) throw new Error(`the payment is ${found?.state ?? 'not there'}, not ${state}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
