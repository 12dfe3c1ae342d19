import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';
import { printLine } from '../support/log.ts';
import { boxTexts } from './box-texts.ts';

/** So early nobody has said which language. */
const { refused: BOXES, ok } = boxTexts(null);
export type Box = keyof typeof BOXES;

/** Long enough to be read; without a person at the screen nothing stays for ever. */
const BOX_MS = 60_000;
const SWITCH = '--box=';
/** What the box must not do again. */
const NOT_PASSED_ON = /^(?:--(?:user-data-dir|training|provision|lang|box|remote-debugging-[a-z]+)(?:=|$)|willba-pos:)/;

/** One line for support, exit 2, and nothing was changed. With a display the box says it as well, in a process of its own: nobody waits for a press. */
export function refuse(reason: string, box: Box | null = null): never {
  printLine(reason);
  if (box !== null && hasDisplay(process)) showElsewhere(box);
  process.exit(2);
}

export function hasDisplay({ platform, env }: Pick<NodeJS.Process, 'platform' | 'env'>): boolean {
  return platform !== 'linux' || [env['DISPLAY'], env['WAYLAND_DISPLAY']].some((name) => name !== undefined && name !== '');
}

function showElsewhere(box: Box): void {
  try {
    const folder = mkdtempSync(join(tmpdir(), 'willba-pos-box-'));
    const given = process.argv.slice(1).filter((each) => !NOT_PASSED_ON.test(each));
    const child = spawn(process.execPath, [...given, `--user-data-dir=${folder}`, SWITCH + box], { detached: true, stdio: 'ignore' });
    // The line on stderr is what is left where it cannot be started.
    child.once('error', () => undefined);
    child.unref();
  } catch {
    // No folder for it: the line has been written.
  }
}

/** The box that this process is to show, and nothing else. */
export function boxToShow(argv: readonly string[]): Box | null {
  const asked = argv.find((argument) => argument.startsWith(SWITCH))?.slice(SWITCH.length);
  return Object.keys(BOXES).find((name): name is Box => name === asked) ?? null;
}

export async function showBox(app: App, box: Box): Promise<void> {
  await app.whenReady();
  const { dialog } = await import('electron');
  const { title: message, text: detail } = BOXES[box];
  const signal = AbortSignal.timeout(BOX_MS);
  await dialog.showMessageBox({ type: 'error', title: 'Willba POS', message, detail, buttons: [ok], signal }).catch(() => undefined);
  const folder = app.getPath('userData');
  // Made for this box alone.
  if (folder.includes('willba-pos-box-')) rmSync(folder, { recursive: true, force: true });
  app.exit(0);
}
