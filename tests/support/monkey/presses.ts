import type { Attempt, LedgerSnapshot } from '../connect-cloud/index.ts';
import type { Act } from './acts.ts';
import { type Screen, saleForm, type Thing } from './screen.ts';
import { euros, sumsIn } from './sums.ts';

type VoidAttempt = LedgerSnapshot['voids'][number];
type Moves = 'purchase' | 'returnOfGoods' | 'void';

/** A press that may move money, with every sum in its dialog or, without one, on its screen. */
export interface ChargingPress {
  readonly step: number;
  readonly what: string;
  readonly moves: Moves;
  readonly sums: readonly number[];
}

/** Names of buttons that may move money, from interfaces.md and the screens. No other press may. */
const CHARGES: readonly (readonly [RegExp, Moves])[] = [
  [/^Maksa .*€/, 'purchase'],
  [/^(Veloita .*silti|Veloita [\d\s]+,\d\d|Yritä uudelleen|Käytä tätä)/, 'purchase'],
  [/^Palauta .*€/, 'returnOfGoods'],
  [/^(Mitätöi .*€|Hylkää ja mitätöi)/, 'void'],
];

/** Null if this act may not move money. */
export function chargingPress(act: Act, screen: Screen, step: number): ChargingPress | null {
  const pressed = pressedBy(act, screen);
  if (pressed === null || !pressed.enabled) return null;
  // In the picker a double click, or Enter, on a terminal takes it.
  const takes = pressed.role === 'option' && (act.kind === 'press twice' || act.kind === 'key');
  const moves = takes ? 'purchase' : CHARGES.find(([name]) => name.test(pressed.name))?.[1];
  if (moves === undefined) return null;
  const onIt = sumsIn(pressed.name);
  return { step, what: pressed.name, moves, sums: onIt.length > 0 ? onIt : sumsIn(screen.scope) };
}

function pressedBy(act: Act, screen: Screen): Thing | null {
  if (act.kind === 'press' || act.kind === 'press twice') return act.thing;
  if (act.kind !== 'key') return null;
  if (act.key === 'Enter' || act.key === 'Space') return screen.focused;
  return act.key === 'F9' ? saleForm(screen) : null;
}

/** How long after a press a request may still be sent: until then the window shows a waiting state or a locked form. Milliseconds. */
const IDLE_MS = 3_000;
const IDLE_AFTER_RELOAD_MS = 20_000;

/** Checks that every request that moves money has a press of its own that named its sum. One sentence for each that has none. */
export function createWitness() {
  let live: { readonly press: ChargingPress; readonly at: number; reloaded: boolean }[] = [];
  const all: ChargingPress[] = [];
  const lastVoids = new Map<string, VoidAttempt>();

  /** The newest press that fits is the one; it and whatever was pressed before it are spent. */
  function claim(moves: Moves, minor: number | null): boolean {
    const index = live.findLastIndex(({ press }) => press.moves === moves && minor !== null && press.sums.includes(minor));
    if (index < 0) return false;
    live = live.slice(index + 1);
    return true;
  }

  const without = (request: string): string[] => {
    const said = live.map(({ press }) => `“${press.what}” in step ${press.step} named ${press.sums.map(euros).join(', ') || 'no sum'}`);
    return [`${request} was sent without a press that named its sum (${said.join('; ') || 'nothing that charges was pressed'})`];
  };

  return {
    presses: all as readonly ChargingPress[],
    pressed(press: ChargingPress): void {
      live.push({ press, at: performance.now(), reloaded: false });
      all.push(press);
    },
    posted({ transactionType, requestedMinor, terminalId, sequence }: Attempt): string[] {
      const moves = transactionType === 'returnOfGoods' ? 'returnOfGoods' : 'purchase';
      if (claim(moves, requestedMinor)) return [];
      return without(`POST ${sequence}, ${moves} of ${euros(requestedMinor ?? 0)} at ${terminalId},`);
    },
    /** A structured busy did nothing, so the same press may ask again. */
    voided(sent: VoidAttempt): string[] {
      const before = lastVoids.get(sent.terminalId);
      lastVoids.set(sent.terminalId, sent);
      if (before?.said === 'refused' && before.amountMinor === sent.amountMinor) return [];
      return claim('void', sent.amountMinor) ? [] : without(`DELETE of ${euros(sent.amountMinor ?? 0)} at ${sent.terminalId}`);
    },
    /** The page went, and with it its memory of what is under way; main goes on with it. */
    reloaded(): void {
      for (const one of live) one.reloaded = true;
    },
    /** Nothing that was pressed before a restart may still be sent. */
    restarted(): void {
      live = [];
    },
    /** A form that waits for a press again, or a dialog that was left, sends nothing for the one before. */
    saw(screen: Screen): void {
      if (saleForm(screen)?.enabled !== true) return;
      const now = performance.now();
      live = live.filter(({ at, reloaded }) => now - at < (reloaded ? IDLE_AFTER_RELOAD_MS : IDLE_MS));
    },
  };
}
export type Witness = ReturnType<typeof createWitness>;
