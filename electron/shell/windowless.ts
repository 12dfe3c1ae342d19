import type { App } from 'electron';
import { productionFolder, trainingFolder } from '../program/worlds.ts';
import { describeCause, printLine } from '../support/log.ts';
import { contentSecurityPolicy } from './app-protocol.ts';
import type { Flags } from './flags.ts';
import { foldersOf, missedFolder } from './folders.ts';

/** Runs the flags that need no window: they print something and exit. No instance lock, no display, no question. */
export async function runWindowless(app: App, flags: Flags): Promise<number> {
  const missed = missedFolder(app);
  if (missed !== null) {
    printLine(`the folder of this program cannot be used: ${missed}`);
    return 1;
  }
  const folders = foldersOf(app);
  const folder = folders.data;
  const world = flags.training ? trainingFolder(folder) : productionFolder(folder);
  try {
    if (flags.exportPayments !== null) return await runExport(world, flags.exportPayments, [folders.data, folders.account]);
    if (flags.restoreBackup !== null) {
      const { runRestore } = await import('./restore.ts');
      return runRestore(world, flags);
    }
    const { selfCheck } = await import('../support/self-check.ts');
    const report = await selfCheck(world, app.getVersion(), contentSecurityPolicy('…'));
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    return report.healthy ? 0 : 1;
  } catch (cause) {
    printLine(cause instanceof Error ? cause.message : String(cause));
    return 1;
  }
}

async function runExport(world: string, target: string, own: readonly string[]): Promise<number> {
  const { exportPayments } = await import('../storage/export-payments.ts');
  const { journalPath } = await import('../storage/open-storage.ts');
  if (target === '') {
    printLine('--export-payments needs a file');
    return 2;
  }
  const exported = exportPayments(journalPath(world), target, own);
  if (exported.ok) return 0;
  const cause = 'cause' in exported.error ? `: ${describeCause(exported.error.cause)}` : '';
  printLine(`the payments could not be exported: ${exported.error.kind}${cause}`);
  return 1;
}
