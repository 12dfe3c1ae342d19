/** The real program without a window, in a process that may be killed. victim.ts starts it and controls it by messages. */

import type { Clock } from '../../electron/payments/ports.ts';
import { composeProgram } from '../../electron/program/compose.ts';
import { createDeskLanguage } from '../../electron/settings/desk-language.ts';
import { parseProvisioning } from '../../electron/settings/provisioning-file.ts';
import { applyProvisioning } from '../../electron/settings/settings.ts';
import { silentLog } from '../../electron/support/log.ts';
import type { CommandInput } from '../../shared/ipc/contract.ts';
import { ok } from '../../shared/result.ts';
import { provisioningFile } from '../support/provisioning.ts';
import { killAtWrite } from './kill-at-write.ts';
import { LINK_KEY } from './link-key.ts';
import type { FromProgram, Orders, ToProgram } from './messages.ts';

const orders = JSON.parse(process.argv[2] ?? '') as Orders;
const countWrites = orders.kill === null ? () => undefined : killAtWrite(orders.kill);

/** Lookups are due early; the wall time in the journal stays true. */
const fastClock: Clock = {
  elapsed: () => performance.now() * orders.speed,
  wallTime: () => new Date().toISOString(),
  since: (iso) => Date.now() - Date.parse(iso),
  ago: (ms) => new Date(Date.now() - ms).toISOString(),
  after(ms, fire) {
    const timer = setTimeout(fire, ms / orders.speed);
    return () => clearTimeout(timer);
  },
};

const willba = orders.willba === null ? {} : { willba: { ...orders.willba, linkKey: LINK_KEY } };
const file = parseProvisioning(JSON.stringify(provisioningFile({ baseUrl: orders.baseUrl, ...willba })));
if (!file.ok) throw new Error(file.error);
const { settings, secrets } = applyProvisioning(file.value, null);
const program = composeProgram({
  dataFolder: orders.dataFolder,
  settings,
  secrets: Promise.resolve({ secrets, kept: true }),
  language: createDeskLanguage(null),
  training: false,
  resolveProxy: async () => 'DIRECT',
  log: silentLog,
  clock: fastClock,
});
const tell = (message: FromProgram): void => void process.send?.(message);
const told = new Map<string, string>();

program.subscribe(({ today }) => {
  for (const { id, state } of today?.changed ?? []) {
    if (told.get(id) === state) continue;
    told.set(id, state);
    tell({ type: 'state', paymentId: id, state });
  }
});

/** Sells and confirms all warnings. */
async function sell(input: CommandInput<'startSale'>): Promise<void> {
  const first = await program.execute('startSale', input);
  const warnings = first.ok ? [] : (first.error.warnings ?? []);
  const started = warnings.length === 0 ? first : await program.execute('startSale', { ...input, confirmed: [...warnings] });
  const { idempotencyKey } = input;
  if (started.ok) tell({ type: 'started', idempotencyKey, paymentId: started.value.paymentId, code: null });
  else tell({ type: 'started', idempotencyKey, paymentId: null, code: started.error.code });
}

/** By a desk that has gone on from the payment before, where that is over. */
async function open(link: string): Promise<void> {
  const { current } = await shown();
  if (current !== null) await program.execute('closeOutcome', { paymentId: current.id, shown: current.state, keepDraft: false });
  await program.openLink(ok(link));
  const { form, requests } = await shown();
  tell({ type: 'opened', form: form.draft.form, request: form.request, refused: requests.refused?.why ?? null });
}

process.on('message', (message: ToProgram) => {
  if (message.type === 'sell') void sell(message.input);
  else if (message.type === 'cancel') void program.execute('cancelPayment', { paymentId: message.paymentId });
  else if (message.type === 'release') void program.execute('releasePayment', { paymentId: message.paymentId });
  else if (message.type === 'count') countWrites();
  else if (message.type === 'open') void open(message.link);
  else if (message.type === 'look') void program.execute('refreshPayment', { paymentId: message.paymentId });
  else void program.close().then(() => process.disconnect());
});

async function shown() {
  const snapshot = await program.execute('snapshot', null);
  if (!snapshot.ok) throw new Error(snapshot.error.code);
  return snapshot.value;
}

const { today, selling } = await shown();
for (const { id, state } of today.payments) {
  told.set(id, state);
  tell({ type: 'state', paymentId: id, state });
}
tell({ type: 'ready', problem: selling.problem });
