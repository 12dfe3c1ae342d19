import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { approve, type ConnectCloud, startConnectCloud } from '../support/connect-cloud/index.ts';
import { electronPath, launchFlags } from '../support/electron-path.ts';
import { testCredentials, writeProvisioningFile } from '../support/provisioning.ts';
import { type Receiver, startReceiver } from '../support/willba/receiver.ts';

export type SaleTimes = {
  /** Tap on Maksa → the request is at the server, its journal row synced before. */
  readonly tapToBytes: readonly number[];
  /** The answer leaves the server → the outcome is in the page. */
  readonly answerToScreen: readonly number[];
  /** The outcome is in the page → its event is at a healthy Willba; empty where Willba is told nothing. */
  readonly screenToWillba: readonly number[];
};

export type SellerOptions = {
  /** Whether Willba is told of each payment. */
  readonly told: boolean;
  /** A profile to sell over; without one it is a new one. */
  readonly profile?: string;
  /** Whether all payments are written as CSV meanwhile, again and again. */
  readonly writing?: boolean;
};

const WEBHOOK_SECRET = 'whsec_c2VjcmV0LW9mLXRoZS1iZW5jaC0xMjM0NTY3';

const now = (): number => performance.timeOrigin + performance.now();

/** Sales in one run of the program. */
export const measureSales = async (program: string, count: number, options: SellerOptions): Promise<SaleTimes> => {
  const [times] = await measureInTurn(program, count, [options]);
  if (times === undefined) throw new Error('nothing was sold');
  return times;
};

/** Sales in several programs that stand beside each other, in turn: whatever else this machine does meanwhile, it does to all of them. */
export async function measureInTurn(program: string, count: number, kinds: readonly SellerOptions[]): Promise<readonly SaleTimes[]> {
  const sellers = [];
  try {
    for (const kind of kinds) sellers.push(await openSeller(program, kind));
    for (let sale = 0; sale <= count; sale += 1) {
      // The first one warms the log-in, the connection code and the page.
      for (const seller of sellers) await seller.sell(sale, sale > 0);
    }
    return sellers.map(({ times }) => times);
  } finally {
    for (const seller of sellers) await seller.close();
  }
}

/** The real program against a real HTTP server on loopback, with a warm token; times in ms. */
async function openSeller(program: string, { told, profile, writing = false }: SellerOptions) {
  const folder = mkdtempSync(join(tmpdir(), 'willba-pos-bench-'));
  const cloud = await startConnectCloud({ ...testCredentials });
  const receiver = told ? await startReceiver({ secrets: [WEBHOOK_SECRET], now }) : null;
  const willba = receiver === null ? {} : { willba: { webhookUrl: receiver.url, webhookSecret: WEBHOOK_SECRET, linkKey: 'link-key' } };
  const provision = writeProvisioningFile(folder, { baseUrl: cloud.baseUrl, ...willba });
  const args = [program, ...launchFlags(), `--user-data-dir=${profile ?? join(folder, 'profile')}`, `--provision=${provision}`];
  const app = await _electron.launch({ executablePath: electronPath(), args });
  const page = await app.firstWindow();
  await page.getByRole('textbox', { name: 'Summa' }).waitFor();
  await page.evaluate(watchMarks);
  if (writing) await writeAllTheTime(app, page, join(folder, 'maksut.csv'));
  const times = { tapToBytes: [] as number[], answerToScreen: [] as number[], screenToWillba: [] as number[] };
  return {
    times,
    sell: (sale: number, counts: boolean) => sell({ page, cloud, receiver, times }, sale, counts),
    async close(): Promise<void> {
      await app.close();
      await cloud.close();
      await receiver?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Seller = {
  readonly page: Page;
  readonly cloud: ConnectCloud;
  readonly receiver: Receiver | null;
  readonly times: { readonly [K in keyof SaleTimes]: number[] };
};
type Marks = { readonly tappedAt: number; readonly paidAt: number };

async function sell({ page, cloud, receiver, times }: Seller, sale: number, counts: boolean): Promise<void> {
  const script = cloud.terminal('71000001').play(approve({ afterMs: 300 }));
  await page.getByRole('textbox', { name: 'Summa' }).fill('12,50');
  // No reference of a large journal is like it.
  const reference = `Varaus ${sale}`;
  await page.getByRole('textbox', { name: 'Viite' }).fill(reference);
  if (sale === 0) await chooseFirstTerminal(page);
  await page.evaluate(() => Object.assign((window as unknown as { benchMarks: object }).benchMarks, { paidAt: 0 }));
  const arrived = script.arrived.then(now);
  const answered = script.answered.then(now);
  await page.getByRole('button', { name: /^Maksa/ }).click();
  const bytesAt = await arrived;
  const answeredAt = await answered;
  await page.getByRole('heading', { name: 'Maksu suoritettu' }).waitFor();
  const marks = await page.evaluate(() => (window as unknown as { benchMarks: Marks }).benchMarks);
  if (counts) {
    times.tapToBytes.push(bytesAt - marks.tappedAt);
    times.answerToScreen.push(marks.paidAt - answeredAt);
    if (receiver !== null) times.screenToWillba.push((await approvalAt(receiver, reference)) - marks.paidAt);
  }
  await page.waitForTimeout(800);
  await page.getByRole('button', { name: 'Uusi maksu' }).click();
}

/** Runs in the page: notes when a button was pressed, and when the outcome stood in the page. */
function watchMarks(): void {
  const marks = { tappedAt: 0, paidAt: 0 };
  Object.assign(window, { benchMarks: marks });
  const clock = (): number => performance.timeOrigin + performance.now();
  document.addEventListener('click', () => Object.assign(marks, { tappedAt: clock() }), { capture: true });
  new MutationObserver(() => {
    if (marks.paidAt === 0 && document.body.textContent?.includes('Maksu suoritettu') === true) marks.paidAt = clock();
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
}

/** All payments of the journal are written as CSV, again and again. */
async function writeAllTheTime(app: ElectronApplication, page: Page, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
  await page.evaluate(() => {
    const query = { text: '', period: { kind: 'all' }, filter: 'all' } as const;
    const { pos } = window as unknown as { readonly pos: { exportCsv: (asked: typeof query) => Promise<unknown> } };
    const again = (): Promise<unknown> => pos.exportCsv(query).then(again);
    void again();
  });
}

/** When Willba was sent the approval of this booking. */
async function approvalAt({ tries }: Receiver, reference: string): Promise<number> {
  for (;;) {
    const found = tries.find(({ rawBody }) => rawBody?.includes(`"reference":"${reference}"`) && rawBody?.includes('"state":"approved"'));
    if (found !== undefined) return found.at;
    await sleep(5);
  }
}

async function chooseFirstTerminal(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Vaihda päätelaite|Valitse maksupääte)/ }).click();
  const picker = page.getByRole('dialog', { name: 'Valitse maksupääte' });
  await picker.getByText('Päätelaite I', { exact: true }).click();
  await picker.getByRole('button', { name: 'Käytä tätä' }).click();
  await picker.waitFor({ state: 'hidden' });
}
