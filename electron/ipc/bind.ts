import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { PosError, PosErrorCode } from '../../shared/errors.ts';
import { commandChannel, EVENT_CHANNEL } from '../../shared/ipc/channels.ts';
import { commandNames } from '../../shared/ipc/command-names.ts';
import type { CommandInput, CommandName, CommandResult, PosEvent } from '../../shared/ipc/contract.ts';
import { failed } from '../../shared/result.ts';
import { isSmallInput } from './small-input.ts';

export type Binding = {
  readonly window: () => BrowserWindow | null;
  /** The origin of the program's own page. Only its top frame may call. */
  readonly origin: string;
  /** Called for each call of our own page, before it is served. The first one starts composing the program. */
  readonly asked: () => void;
  /** Carries out a command. It waits until the program is composed. */
  readonly execute: <N extends CommandName>(name: N, input: CommandInput<N>) => Promise<CommandResult<N>>;
  readonly error: (code: PosErrorCode) => Promise<PosError>;
  readonly broke: (where: string, cause: unknown) => void;
  /** Called for each call that is not served. Our own page makes no such call, so it is logged. */
  readonly refused: (name: CommandName, why: Refusal) => void;
};

/** `sender`: the call is not from our own page. `input`: it is, but the contract does not allow its input. */
export type Refusal = 'sender' | 'input';

/** The schemas are loaded with the first command and not before the window opens, because they are the slowest part of the start. */
const loadContract = () => import('../../shared/ipc/contract.ts');

/**
 * The only way from the window into the program. Sender and input of every call are checked here, so that no handler can forget it. If a
 * handler throws, or the schemas cannot be loaded, the answer is `internal`, and the cause is logged.
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
  try {
    const { commands } = await loadContract();
    const parsed = commands[name].input.safeParse(input ?? null);
    if (!parsed.success) return refuse('input');
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
  // An empty page (about:blank) has the origin of the page that opened it, so the address is checked, too.
  return frame.origin === origin && frame.url.startsWith(`${origin}/`);
}

export function sendEvent(window: BrowserWindow | null, event: PosEvent): void {
  if (window === null || window.isDestroyed() || window.webContents.isCrashed()) return;
  window.webContents.send(EVENT_CHANNEL, event);
}
