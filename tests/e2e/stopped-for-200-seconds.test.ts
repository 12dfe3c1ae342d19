import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { approve, type ConnectCloud, comparePaymentsWithLedger, hold, waitForCancel } from '../support/connect-cloud/index.ts';
import { Desk } from '../support/desk/desk.ts';
import { launchLoose } from '../support/desk/loose-launch.ts';
import { exportPayments } from '../support/desk/program.ts';
import { freshStart } from '../support/desk/started.ts';

const T = '71000001';
const STOPPED_MS = 200_000;
const started = freshStart();

/** A process and all that came from it. */
function familyOf(pid: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(Number(name)) === pid)
    .map(Number);
  return [pid, ...children.flatMap(familyOf)];
}

function parentOf(pid: number): number | null {
  try {
    // The name before it stands in brackets and may hold anything.
    const after = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1);
    return Number(after?.split(' ')[1]);
  } catch {
    return null;
  }
}

/** A desk of its own, with a sale on the wire, which can be stopped whole and continued. */
async function openStoppable(script = hold()) {
  const cloud = await started.cloud({ latestAfterMs: 0 });
  const userDataDir = started.folder();
  const app = await launchLoose(userDataDir, [`--provision=${started.provision({ baseUrl: cloud.baseUrl })}`]);
  started.atEnd(() => app.kill());
  const play = cloud.terminal(T).play(script);
  await app.withPage(async (page) => {
    const desk = new Desk(page);
    await desk.ready();
    await desk.startSale({ amount: '12,50', reference: 'R-8701' });
    await desk.pickTerminal('Päätelaite I');
    await play.arrived;
    await desk.waitForWaiting();
  });
  let family: number[] = [];
  const signal = (name: NodeJS.Signals): void => {
    for (const pid of family) process.kill(pid, name);
  };
  started.atEnd(() => signal('SIGCONT'));
  return {
    ...app,
    cloud,
    play,
    payments: () => exportPayments(userDataDir, 'production'),
    stop() {
      family = familyOf(app.process.pid ?? -1);
      expect(family.length).toBeGreaterThan(2);
      signal('SIGSTOP');
    },
    goOn: () => signal('SIGCONT'),
  };
}

type Stoppable = Awaited<ReturnType<typeof openStoppable>>;

const calls = (cloud: ConnectCloud): string[] =>
  cloud.requestsOf(T).map(({ method, path, body }) => {
    const wish = JSON.stringify(body)?.includes('cancelAction') === true;
    return wish ? 'cancelAction' : `${method} ${path.split('/').at(-1)}`;
  });

async function expectAgreement({ cloud, payments }: Stoppable): Promise<void> {
  expect(comparePaymentsWithLedger(await payments(), cloud.ledger.snapshot())).toEqual([]);
  expect(cloud.ledger.attempts).toHaveLength(1);
  expect(cloud.disturbances(T)).toEqual([]);
}

// Three programs that stand still side by side: together they cost what one costs.
test('the program stands still for 200 s while a sale waits, and tells the truth when it goes on @slow', async () => {
  test.skip(process.platform !== 'linux', 'finds the processes in /proc');
  test.setTimeout(660_000);
  const answered = await openStoppable();
  const lost = await openStoppable();
  const waiting = await openStoppable(waitForCancel());
  const all = [answered, lost, waiting];
  for (const program of all) program.stop();
  await sleep(STOPPED_MS / 2);
  answered.play.release(approve());
  lost.play.release(approve());
  await lost.play.finished;
  lost.cloud.dropConnections();
  await sleep(STOPPED_MS / 2);
  for (const program of all) program.goOn();
  const continuedAt = performance.now();

  // Its answer lay in the socket's buffer, past the deadline: paid, and nothing was asked of the terminal.
  await answered.withPage(async (page) => {
    await new Desk(page).waitForOutcome('paid');
    await expect(page.getByText('Veloitettu 12,50')).toBeVisible();
  });
  expect(calls(answered.cloud)).toEqual(['POST transaction']);
  expect(await answered.payments()).toMatchObject([{ state: 'approved', proof: 'answer', chargedMinor: 1250 }]);

  // Nobody wishes anything of a terminal before it is known whether the request is still open.
  await waiting.withPage(async (page) => {
    await new Desk(page).waitForWaiting();
    await expect(page.getByRole('button', { name: 'Jatka toisella asiakkaalla' })).toBeVisible();
  });
  expect(calls(waiting.cloud)).toEqual(['POST transaction']);

  // Charged, and its connection died meanwhile: looked up at once, never cancelled.
  await lost.withPage((page) => new Desk(page).waitForOutcome('paid'));
  expect(calls(lost.cloud)).toEqual(['POST transaction', 'GET transaction']);
  expect(await lost.payments()).toMatchObject([{ state: 'approved', proof: 'lookup', chargedMinor: 1250 }]);

  await waiting.withPage((page) => new Desk(page).waitForOutcome('timedOut', 40_000));
  expect(performance.now() - continuedAt).toBeGreaterThan(25_000);
  expect(calls(waiting.cloud)).toEqual(['POST transaction', 'cancelAction']);
  expect(await waiting.payments()).toMatchObject([{ state: 'timed-out', moneyMoved: 'no', chargedMinor: 0 }]);
  for (const program of all) await expectAgreement(program);
});
