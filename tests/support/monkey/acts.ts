import type { Random, Weighted } from './random.ts';
import { type Screen, saleForm, type Thing, withoutTimes } from './screen.ts';
import { sumsIn } from './sums.ts';
import { typedInto } from './typing.ts';

/** One thing that a person, or the machine under them, can do. */
export type Act =
  | { readonly kind: 'press' | 'press twice'; readonly thing: Thing }
  | { readonly kind: 'type'; readonly thing: Thing; readonly text: string }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'wait'; readonly ms: number }
  /** The page anew, the page's process killed, the whole program killed and started again. */
  | { readonly kind: 'reload' | 'crash' | 'restart' };

const KEYS: readonly Weighted<string>[] = [
  { item: 'F9', weight: 3 },
  { item: 'Enter', weight: 4 },
  { item: 'Tab', weight: 3 },
  { item: 'Escape', weight: 3 },
  { item: 'F5', weight: 2 },
  { item: 'Space', weight: 1 },
  { item: 'ArrowDown', weight: 1 },
];

/** How likely each button is (the first matching row), so that sales really happen and dialogs are closed again. */
const LIKELY: readonly (readonly [RegExp, number])[] = [
  // Opens a box of the operating system, which nobody here can press.
  [/^(Tuo käyttöönottotiedosto|Tulosta|Tallenna PDF|Vie CSV|Valitse kansio)/, 0],
  // Another world: what is done there is no sale of this desk.
  [/^Siirry harjoittelutilaan/, 0],
  // The judge and these rows read Finnish.
  [/^(Svenska|English)$/, 0],
  [/^Maksa .*€/, 40],
  [/^Maksa$/, 2],
  [/^Kirjaa maksu/, 12],
  [/^Veloita .*silti/, 12],
  [/^(Palauta|Mitätöi) .*€/, 14],
  [/^Käytä tätä/, 12],
  [/^(Selvitä käsin|Vahvista)/, 20],
  [/^Jatka toisella asiakkaalla/, 12],
  [/^Veloita loput/, 12],
  [/^Uusi maksu/, 11],
  [/^Yritä uudelleen/, 7],
  [/^Allekirjoitus täsmää/, 6],
  [/^(Hylkää ja mitätöi|Toinen päätelaite)/, 5],
  [/^(Palauta|Mitätöi)$/, 5],
  [/^Sulje/, 6],
  [/^Näytä M/, 5],
  [/epäsel|allekirjoitus/, 1.5],
  [/^(Älä veloita|Peruuta|Päivitä|Tarkista nyt|Takaisin|Pankkikortti|Vaihda päätelaite)/, 3],
  [/^Manuaalinen maksu/, 1.5],
  [/^Asetukset/, 0.7],
  [/^Kassa$/, 0.3],
  [/./, 0.8],
];
const ROW_OF_TODAY = 0.6;

export function chooseAct(screen: Screen, random: Random): Act {
  const things = inOrder(screen.things.filter(({ enabled, dialog }) => enabled && dialog === screen.dialog));
  const pressable = weighed(
    things.filter(({ role, on }) => !isField(role) && !on),
    likelihood,
  );
  const fields = weighed(
    things.filter(({ role }) => isField(role)),
    (thing) => (typedInto(thing)?.weight ?? 0) * urgency(thing, screen),
  );
  const kinds: readonly Weighted<Act['kind']>[] = [
    { item: 'press', weight: pressable.length > 0 ? 62 : 0 },
    { item: 'press twice', weight: pressable.length > 0 ? 3 : 0 },
    {
      item: 'type',
      weight: Math.min(
        90,
        fields.reduce((sum, { weight }) => sum + weight, 0),
      ),
    },
    { item: 'key', weight: 11 },
    { item: 'wait', weight: pressable.length > 0 ? 4 : 25 },
    { item: 'reload', weight: 1.5 },
    { item: 'crash', weight: 0.8 },
    { item: 'restart', weight: 0.5 },
  ];
  const kind = random.weighted(kinds) ?? 'wait';
  switch (kind) {
    case 'press':
    case 'press twice': {
      const thing = random.weighted(pressable);
      return thing === null ? { kind: 'wait', ms: 200 } : { kind, thing };
    }
    case 'type': {
      const thing = random.weighted(fields);
      const texts = thing === null ? undefined : typedInto(thing)?.texts;
      return thing === null || texts === undefined ? { kind: 'wait', ms: 200 } : { kind, thing, text: random.pick(texts) };
    }
    case 'key':
      return { kind, key: random.weighted(KEYS) ?? 'Tab' };
    case 'wait':
      return { kind, ms: 100 + random.below(7) * 100 };
    default:
      return { kind };
  }
}

/** In an order that does not depend on the times in their names. */
function inOrder(things: readonly Thing[]): readonly Thing[] {
  const key = (thing: Thing): string => `${thing.role} ${withoutTimes(thing.name)}`;
  return [...things].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

const isField = (role: string): boolean => role === 'textbox' || role === 'searchbox';
const weighed = (things: readonly Thing[], weight: (thing: Thing) => number): readonly Weighted<Thing>[] =>
  things.map((thing) => ({ item: thing, weight: weight(thing) })).filter((one) => one.weight > 0);

function likelihood(thing: Thing): number {
  if (thing.inToday) return ROW_OF_TODAY;
  if (thing.role === 'option') return 6;
  return LIKELY.find(([pattern]) => pattern.test(thing.name))?.[1] ?? 0;
}

/** Empty fields come first: a form without a sum sells nothing, and one with an empty field records and settles nothing. */
function urgency({ name, value }: Thing, screen: Screen): number {
  if (name === 'Summa') {
    const button = saleForm(screen);
    return button !== null && sumsIn(button.name).length === 0 ? 12 : 1;
  }
  if (value !== '') return 1;
  return name === 'Viite' ? 2 : 6;
}

/** The act as a line of the story. */
export function tell(act: Act, screen: Screen): string {
  switch (act.kind) {
    case 'press':
      return `presses ${named(act.thing)}`;
    case 'press twice':
      return `double-clicks ${named(act.thing)}`;
    case 'type':
      return `types “${act.text}” into ${named(act.thing)}`;
    case 'key':
      return `presses ${act.key}${screen.focused === null ? '' : `, the focus on ${named(screen.focused)}`}`;
    case 'wait':
      return `waits ${act.ms} ms`;
    case 'reload':
      return 'reloads the page';
    case 'crash':
      return 'kills the process of the page';
    case 'restart':
      return 'kills the program and starts it again';
  }
}

const named = ({ role, name, dialog }: Thing): string => `${role} “${name}”${dialog === null || dialog === '' ? '' : ` (${dialog})`}`;
