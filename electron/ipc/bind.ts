import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { PosError, PosErrorCode } from '../../shared/errors.ts';
import { commandChannel, EVENT_CHANNEL } from '../../shared/ipc/channels.ts';
import { commandNames } from '../../shared/ipc/command-names.ts';
import type { CommandInput, CommandName, CommandResult, PosEvent } from '../../shared/ipc/contract.ts';
import { failed } from '../../shared/result.ts';
import { isSmallInput } from './small-input.ts';

export type Binding = {
  readonly window: () => BrowserWindow | null;
  /** The only origin whose top frame may call: the program's own page. */
  readonly origin: string;
  /** Told of each call of our own page, before it is served: the first one has the program composed. */
  readonly asked: () => void;
  /** A command that comes before the program is composed waits for it. */
  readonly execute: <N extends CommandName>(name: N, input: CommandInput<N>) => Promise<CommandResult<N>>;
  readonly error: (code: PosErrorCode) => Promise<PosError>;
  readonly broke: (where: string, cause: unknown) => void;
  /** Told of each call that is not served, and why: our own page makes none, so somebody should look. */
  readonly refused: (name: CommandName, why: Refusal) => void;
};

/** `sender`: not our own page. `input`: our page, with something that the contract does not allow. */
export type Refusal = 'sender' | 'input';

/** The schemas come with the first command, and not before the window: they are the heaviest part of the start. */
const loadContract = () => import('../../shared/ipc/contract.ts');

/**
 * The one door between the window and the program. Whoever the sender is and whatever the input is gets checked here,
 * where no handler can forget it; what a handler throws becomes `internal`, with the cause in the log.
 */
export function bindCommands(binding: Binding): void {
  for (const name of commandNames) {
    ipcMain.handle(commandChannel(name), (event, input: unknown) => answer(binding, name, event, input));
  }
}

async function answer<N extends CommandName>(
  binding: Binding,
  name: N,
  event: IpcMainInvokeEvent,
  input: unknown,
): Promise<CommandResult<N>> {
  const refuse = async (why: Refusal): Promise<CommandResult<N>> => {
    binding.refused(name, why);
    return failed(await binding.error('invalid-request'));
  };
  if (!isOwnPage(binding, event)) return refuse('sender');
  binding.asked();
  if (!isSmallInput(input)) return refuse('input');
  const { commands } = await loadContract();
  const parsed = commands[name].input.safeParse(input ?? null);
  if (!parsed.success) return refuse('input');
  try {
    return await binding.execute(name, parsed.data as CommandInput<N>);
  } catch (cause) {
    binding.broke(name, cause);
    return failed(await binding.error('internal'));
  }
}

function isOwnPage({ window, origin }: Binding, event: IpcMainInvokeEvent): boolean {
  const own = window()?.webContents;
  const frame = event.senderFrame;
  if (own === undefined || event.sender !== own || frame === null || frame !== own.mainFrame) return false;
  // An empty page has the origin of the page that led to it, and is not the program's own.
  return frame.origin === origin && frame.url.startsWith(`${origin}/`);
}

export function sendEvent(window: BrowserWindow | null, event: PosEvent): void {
  if (window === null || window.isDestroyed() || window.webContents.isCrashed()) return;
  window.webContents.send(EVENT_CHANNEL, event);
}
