import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';
import { printLine } from '../support/log.ts';

/** Shown to whoever started the program with the mouse, and never sees stderr. Its texts are out of the renderer's reach. */
const BOXES = {
  'read-only': {
    title: 'Ohjelmaa ei voi käynnistää',
    text: 'Ohjelman kansioon ei voi kirjoittaa, joten maksuja ei voitaisi tallentaa. Soita IT-tukeen.',
  },
  'no-lock': {
    title: 'Ohjelmaa ei voi käynnistää',
    text: 'Ohjelman lukitusta ei saada, vaikka mikään käynnissä oleva ohjelma ei pidä sitä. Soita IT-tukeen.',
  },
  running: {
    title: 'Ohjelma on jo auki',
    text: 'Harjoittelua ei avattu. Sulje ohjelma ensin, jos haluat avata sen harjoittelutilassa.',
  },
  'payment-open': {
    title: 'Harjoittelua ei avattu',
    text: 'Oikea maksu voi olla vielä kesken. Käynnistä ohjelma tavalliseen tapaan, niin maksun tila tarkistetaan.',
  },
} as const;
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
  await dialog.showMessageBox({ type: 'error', title: 'Willba POS', message, detail, buttons: ['OK'], signal }).catch(() => undefined);
  const folder = app.getPath('userData');
  // Made for this box alone.
  if (folder.includes('willba-pos-box-')) rmSync(folder, { recursive: true, force: true });
  app.exit(0);
}
