import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { approve, startConnectCloud } from '../support/connect-cloud/index.ts';
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

const WEBHOOK_SECRET = 'whsec_c2VjcmV0LW9mLXRoZS1iZW5jaC0xMjM0NTY3';

const now = (): number => performance.timeOrigin + performance.now();

/** Sales in the real program against a real HTTP server on loopback, with a warm token; times in ms. */
export async function measureSales(
  program: string,
  count: number,
  { told, profile, writing = false }: { readonly told: boolean; readonly profile?: string; readonly writing?: boolean },
): Promise<SaleTimes> {
  const folder = mkdtempSync(join(tmpdir(), 'willba-pos-bench-'));
  const cloud = await startConnectCloud({ ...testCredentials });
  const receiver = told ? await startReceiver({ secrets: [WEBHOOK_SECRET], now }) : null;
  const willba = receiver === null ? {} : { willba: { webhookUrl: receiver.url, webhookSecret: WEBHOOK_SECRET, linkKey: 'link-key' } };
  const provision = writeProvisioningFile(folder, { baseUrl: cloud.baseUrl, ...willba });
  const args = [program, ...launchFlags(), `--user-data-dir=${profile ?? join(folder, 'profile')}`, `--provision=${provision}`];
  const app = await _electron.launch({ executablePath: electronPath(), args });
  const tapToBytes: number[] = [];
  const answerToScreen: number[] = [];
  const screenToWillba: number[] = [];
  try {
    const page = await app.firstWindow();
    await page.evaluate(() => {
      const marks = { tappedAt: 0, paidAt: 0 };
      Object.assign(window, { benchMarks: marks });
      const clock = (): number => performance.timeOrigin + performance.now();
      document.addEventListener('click', () => Object.assign(marks, { tappedAt: clock() }), { capture: true });
      new MutationObserver(() => {
        if (marks.paidAt === 0 && document.body.textContent?.includes('Maksu suoritettu') === true) marks.paidAt = clock();
      }).observe(document.body, { childList: true, subtree: true, characterData: true });
    });
    if (writing) await writeAllTheTime(app, page, join(folder, 'maksut.csv'));
    for (let sale = 0; sale <= count; sale += 1) {
      const script = cloud.terminal('71000001').play(approve({ afterMs: 300 }));
      await page.getByRole('textbox', { name: 'Summa' }).fill('12,50');
      await page.getByRole('textbox', { name: 'Viite' }).fill(`Varaus ${sale}`);
      if (sale === 0) await chooseFirstTerminal(page);
      await page.evaluate(() => Object.assign((window as unknown as { benchMarks: object }).benchMarks, { paidAt: 0 }));
      const arrived = script.arrived.then(now);
      const answered = script.answered.then(now);
      await page.getByRole('button', { name: /^Maksa/ }).click();
      const bytesAt = await arrived;
      const answeredAt = await answered;
      await page.getByRole('heading', { name: 'Maksu suoritettu' }).waitFor();
      const marks = await page.evaluate(() => (window as unknown as { benchMarks: { tappedAt: number; paidAt: number } }).benchMarks);
      // The first one warms the log-in, the connection code and the page.
      if (sale > 0) {
        tapToBytes.push(bytesAt - marks.tappedAt);
        answerToScreen.push(marks.paidAt - answeredAt);
        if (receiver !== null) screenToWillba.push((await approvalAt(receiver, `Varaus ${sale}`)) - marks.paidAt);
      }
      await page.waitForTimeout(800);
      await page.getByRole('button', { name: 'Uusi maksu' }).click();
    }
  } finally {
    await app.close();
    await cloud.close();
    await receiver?.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return { tapToBytes, answerToScreen, screenToWillba };
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
