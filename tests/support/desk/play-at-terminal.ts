import { expect } from '@playwright/test';
import type { ExportedPayment } from '../connect-cloud/index.ts';
import type { LaunchedApp } from './launch.ts';
import { compareWithTrainingLedger, readTrainingLedger } from './training-ledger.ts';
import type { TrainingPlay } from './training-plays.ts';

/** The newest sale of the export: tests that share a program leave the older ones behind. */
export function newest(payments: readonly ExportedPayment[]): ExportedPayment {
  const [last] = [...payments].sort((a, b) => String(b['startedAt']).localeCompare(String(a['startedAt'])));
  if (last === undefined) throw new Error('the export is empty');
  return last;
}

/** One sale of 12,50 €, read on the screen, in the export and in the simulator's ledger. */
export async function playAtTerminal(launched: LaunchedApp, terminal: string, play: TrainingPlay): Promise<void> {
  const { desk, userDataDir } = launched;
  const reference = `R-${terminal.replace(/ –.*/, '')}`;
  await desk.chooseTerminal(terminal);
  await expect(desk.changeTerminal).toHaveAccessibleName(new RegExp(terminal.replace(/[()]/g, '\\$&')));
  await desk.startSale({ amount: '12,50', reference });
  if (play.firstUnclear === true) {
    await desk.waitForOutcome('unclear', 30_000);
    await desk.expectText('Korttia on voitu veloittaa');
  }
  await desk.waitForOutcome(play.outcome, 45_000);
  for (const words of play.says) await desk.expectText(words);
  await desk.expectText('HARJOITTELUTILA');

  const payments = await launched.readExport();
  const ledger = await readTrainingLedger(userDataDir);
  const payment = newest(payments);
  expect(payment).toMatchObject({ ...play.payment, reference, terminalName: terminal, environment: 'training' });
  const sent = ledger.filter((entry) => entry.orderId === payment.orderId);
  expect(sent).toMatchObject(play.ledger === null ? [] : [play.ledger]);
  expect(compareWithTrainingLedger(payments, ledger)).toEqual([]);

  if (play.outcome === 'unclear') await desk.button('Jatka toisella asiakkaalla').click();
  else await desk.newSaleButton.click();
  await desk.ready();
}
