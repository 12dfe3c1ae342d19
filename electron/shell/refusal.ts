import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';
import type { Language } from '../../shared/money.ts';
import { printLine } from '../support/log.ts';
import { type BoxTexts, boxTexts } from './box-texts.ts';
import { splitLink } from './opened-link.ts';

export type Box = keyof BoxTexts['refused'];
/** By their switches. */
const BOXES: Record<Box, true> = { 'read-only': true, 'no-lock': true, running: true, 'link-too-long': true, 'payment-open': true };

/** Long enough to be read. The box closes by itself if nobody is there. */
const BOX_MS = 60_000;
const SWITCH = '--box=';
/** Arguments that the box's process must not get. */
const NOT_PASSED_ON = /^--(?:user-data-dir|training|provision|lang|box|remote-debugging-[a-z]+)(?:=|$)/;

/**
 * Prints one line for support and exits with 2; nothing was changed. With a display a box says it too, in a process of its own, so that
 * nothing waits for a press.
 */
export function refuse(reason: string, box: Box | null = null, language: Language = 'fi'): never {
  printLine(reason);
  if (box !== null && hasDisplay(process)) showElsewhere(box, language);
  process.exit(2);
}

export function hasDisplay({ platform, env }: Pick<NodeJS.Process, 'platform' | 'env'>): boolean {
  return platform !== 'linux' || [env['DISPLAY'], env['WAYLAND_DISPLAY']].some((name) => name !== undefined && name !== '');
}

function showElsewhere(box: Box, language: Language): void {
  try {
    const folder = mkdtempSync(join(tmpdir(), 'willba-pos-box-'));
    const given = splitLink(process.argv.slice(1)).own.filter((each) => !NOT_PASSED_ON.test(each));
    const child = spawn(process.execPath, [...given, `--user-data-dir=${folder}`, `--lang=${language}`, SWITCH + box], {
      detached: true,
      stdio: 'ignore',
    });
    // If the box cannot be started, the line on the standard error remains.
    child.once('error', () => undefined);
    child.unref();
  } catch {
    // No folder for the box: the line has been written.
  }
}

/** The box that this process must show, if it was started for one. */
export function boxToShow(argv: readonly string[]): Box | null {
  const asked = splitLink(argv)
    .own.find((argument) => argument.startsWith(SWITCH))
    ?.slice(SWITCH.length);
  return Object.keys(BOXES).find((name): name is Box => name === asked) ?? null;
}

export async function showBox(app: App, box: Box, language: Language): Promise<void> {
  await app.whenReady();
  const { dialog } = await import('electron');
  const { refused, ok } = await boxTexts(language);
  const { title: message, text: detail } = refused[box];
  const signal = AbortSignal.timeout(BOX_MS);
  await dialog.showMessageBox({ type: 'error', title: 'Willba POS', message, detail, buttons: [ok], signal }).catch(() => undefined);
  const folder = app.getPath('userData');
  // This folder was made for the box only.
  if (folder.includes('willba-pos-box-')) rmSync(folder, { recursive: true, force: true });
  app.exit(0);
}
