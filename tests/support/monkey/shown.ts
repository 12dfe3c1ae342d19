import { setTimeout as sleep } from 'node:timers/promises';
import type { Hands } from './hands.ts';
import { type Screen, saleForm, type Thing } from './screen.ts';
import { sumsIn } from './sums.ts';

/** Today's list as shown beside the sale form. */
export interface ShownToday {
  readonly totalMinor: number;
  readonly rows: readonly ShownRow[];
}

export interface ShownRow {
  readonly name: string;
  readonly minor: number;
}

/** One payment's own screen, opened from the list. */
export interface ShownPayment {
  readonly row: ShownRow;
  readonly orderId: string;
  readonly heading: string;
  readonly says: string;
}

const LEAVE = [
  /^Sulje$/,
  /^Peruuta$/,
  /^Älä veloita/,
  /^Takaisin$/,
  /^Jatka odottamista/,
  /^Uusi maksu/,
  /^Jatka toisella asiakkaalla/,
  /^Kassa$/,
];
/** A waiting payment is not opened. */
const IS_WAITING = /^(Odottaa|Mitätöidään)/;
const TRIES = 120;

/** Closes whatever is open, to get to the list: on a busy machine it is drawn a moment after the form. */
export async function goToSale(hands: Hands): Promise<Screen> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const screen = await hands.look();
    const isForm = saleForm(screen) !== null;
    if (isForm && screen.today !== null) return screen;
    const thing = isForm ? null : wayOut(screen);
    if (thing !== null) await hands.do({ kind: 'press', thing });
    else if (screen.dialog !== null && !IS_WAITING.test(screen.dialog)) await hands.do({ kind: 'key', key: 'Escape' });
    else await sleep(200);
  }
  const { dialog, heading, text } = await hands.look();
  throw new Error(`no way back to the sale form from ${dialog ?? heading}: ${text}`);
}

function wayOut(screen: Screen): Thing | null {
  if (screen.dialog !== null && IS_WAITING.test(screen.dialog)) return null;
  const buttons = screen.things.filter(({ role, enabled, dialog }) => role === 'button' && enabled && dialog === screen.dialog);
  if (screen.heading === 'Kuka on kassalla?') return buttons.find(({ name }) => /^(Maija|Jussi)/.test(name)) ?? null;
  for (const name of LEAVE) {
    const button = buttons.find((one) => name.test(one.name));
    if (button !== undefined) return button;
  }
  return null;
}

export function readToday(screen: Screen): ShownToday {
  const [totalMinor] = sumsIn(screen.today ?? '');
  if (totalMinor === undefined) throw new Error(`today's list shows no total: ${screen.today}`);
  return { totalMinor, rows: rowsOf(screen).map(rowOf) };
}

const rowOf = ({ name, last }: Thing): ShownRow => ({ name, minor: sumsIn(last)[0] ?? 0 });

/** Opens every n-th row, at most `most` of them. Reads its screen and, in its evidence, which payment it is. */
export async function openPayments(hands: Hands, most: number): Promise<ShownPayment[]> {
  const shown: ShownPayment[] = [];
  const count = rowsOf(await goToSale(hands)).length;
  const every = Math.max(1, Math.ceil(count / most));
  for (let index = 0; index < count; index += every) {
    const row = rowsOf(await goToSale(hands))[index];
    if (row === undefined) break;
    const outcome = await pressUntil(
      hands,
      (screen) => rowsOf(screen)[index],
      (screen) => saleForm(screen) === null,
    );
    const { scope } = await pressUntil(hands, evidenceButton, (screen) => ORDER_ID.test(screen.scope));
    shown.push({ row: rowOf(row), orderId: ORDER_ID.exec(scope)?.[1] ?? '', heading: outcome.heading ?? '', says: outcome.scope });
  }
  await goToSale(hands);
  return shown;
}

const ORDER_ID = /Tilausnumero · (\S+)/;
const rowsOf = (screen: Screen): readonly Thing[] => screen.things.filter(({ inToday, role }) => inToday && role === 'button');
const evidenceButton = (screen: Screen): Thing | undefined =>
  screen.things.find(({ name }) => /^Näytä (?:todisteet|tapahtumat)$/.test(name));

/** Presses again if a press was lost, until the screen is right. */
async function pressUntil(hands: Hands, what: (screen: Screen) => Thing | undefined, isSo: (screen: Screen) => boolean): Promise<Screen> {
  let screen = await hands.look();
  for (let attempt = 0; attempt < TRIES && !isSo(screen); attempt += 1) {
    const thing = screen.dialog === null ? what(screen) : undefined;
    if (thing !== undefined) await hands.do({ kind: 'press', thing });
    else await sleep(50);
    screen = await hands.look();
  }
  if (!isSo(screen)) throw new Error(`nothing came of a press on ${screen.dialog ?? screen.heading}: ${screen.text}`);
  return screen;
}
