import { z } from 'zod';
import type { PosError } from '../errors.ts';
import { type Intersection, joinByName } from '../join-by-name.ts';
import type { Result } from '../result.ts';
import { attention } from './attention.ts';
import { checks } from './checks.ts';
import { closing } from './closing.ts';
import { comfort } from './comfort.ts';
import { currentPayment } from './current-payment.ts';
import { dayClose } from './day-close.ts';
import { desk } from './desk.ts';
import { evidence } from './evidence.ts';
import { nothing } from './fields.ts';
import { form } from './form.ts';
import { history } from './history.ts';
import { keeping } from './keeping.ts';
import { manualEntry } from './manual-entry.ts';
import { missingPayments } from './missing-payments.ts';
import { news } from './news.ts';
import { otherDesks } from './other-desks.ts';
import { people } from './people.ts';
import { printing } from './printing.ts';
import { program } from './program.ts';
import { receipts } from './receipts.ts';
import { requests } from './requests.ts';
import { reversal } from './reversal.ts';
import { sale } from './sale.ts';
import { settings } from './settings.ts';
import { settling } from './settling.ts';
import { signature } from './signature.ts';
import { terminals } from './terminals.ts';
import { today } from './today.ts';
import { training } from './training.ts';
import { willba } from './willba.ts';

// One line for each subject. Main, preload, renderer and the test doubles are all derived from this list.
const subjects = [
  program,
  desk,
  form,
  requests,
  sale,
  reversal,
  signature,
  manualEntry,
  settling,
  currentPayment,
  evidence,
  today,
  history,
  attention,
  missingPayments,
  terminals,
  settings,
  printing,
  receipts,
  dayClose,
  checks,
  closing,
  willba,
  otherDesks,
  keeping,
  comfort,
  news,
  people,
  training,
] as const;

type Joined<K extends 'commands' | 'slices'> = Intersection<(typeof subjects)[number][K]>;
const join = <K extends 'commands' | 'slices'>(member: K): Joined<K> =>
  joinByName(member, ...subjects.map((subject) => subject[member])) as unknown as Joined<K>;

/** What main publishes, slice by slice. */
export const slices = join('slices');
export type SliceName = keyof typeof slices;
export type Slices = { readonly [N in SliceName]: z.infer<(typeof slices)[N]> };

/** All slices as they are at one revision. */
export const snapshotSchema = z.object({ revision: z.int(), ...slices });
export type Snapshot = z.infer<typeof snapshotSchema>;

/** What an event carries of a slice in place of the whole. */
export const changes = { ...slices, ...today.changes };
export type SliceChanges = { readonly [N in SliceName]: z.infer<(typeof changes)[N]> };

/** Each event carries the slices that changed. If a revision is missing, the window asks for a snapshot. */
export const posEventSchema = z.object({ ...z.object(changes).partial().shape, revision: z.int() });
export type PosEvent = z.infer<typeof posEventSchema>;

export const commands = joinByName('command', { snapshot: { input: nothing, output: snapshotSchema } }, join('commands'));
export type CommandName = keyof typeof commands;
export type CommandInput<N extends CommandName> = z.infer<(typeof commands)[N]['input']>;
export type CommandOutput<N extends CommandName> = z.infer<(typeof commands)[N]['output']>;
export type CommandResult<N extends CommandName> = Result<CommandOutput<N>, PosError>;

/** A handler for every command of the contract. */
export type Commands = {
  readonly [N in CommandName]: (input: CommandInput<N>) => Promise<CommandResult<N>> | CommandResult<N>;
};

/** `window.pos`: one function for each command, and one stream of events. */
export type PosApi = {
  readonly [N in CommandName]: (input: CommandInput<N>) => Promise<CommandResult<N>>;
} & { readonly onEvent: (listener: (event: PosEvent) => void) => () => void };
