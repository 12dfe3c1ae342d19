import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { PosError, PosErrorCode } from '../../shared/errors.ts';
import { type CommandInput, type CommandResult, commands, type PosEvent } from '../../shared/ipc.ts';
import { type CommandName, commandChannel, commandNames, EVENT_CHANNEL } from '../../shared/ipc-names.ts';
import { failed } from '../../shared/result.ts';

export type Handlers = {
  readonly [N in CommandName]: (input: CommandInput<N>) => Promise<CommandResult<N>> | CommandResult<N>;
};

export type Binding = {
  readonly window: () => BrowserWindow | null;
  /** The only origin whose top frame may call: the program's own page. */
  readonly origin: string;
  /** Ready when the program is composed; a command that comes earlier waits. */
  readonly handlers: Promise<Handlers>;
  readonly error: (code: PosErrorCode) => PosError;
  readonly broke: (where: string, cause: unknown) => void;
};

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
  if (!isOwnPage(binding, event)) return failed(binding.error('invalid-request'));
  const parsed = commands[name].input.safeParse(input ?? null);
  if (!parsed.success) return failed(binding.error('invalid-request'));
  try {
    const handlers = await binding.handlers;
    return await handlers[name](parsed.data as CommandInput<N>);
  } catch (cause) {
    binding.broke(name, cause);
    return failed(binding.error('internal'));
  }
}

function isOwnPage({ window, origin }: Binding, event: IpcMainInvokeEvent): boolean {
  const own = window()?.webContents;
  const frame = event.senderFrame;
  return own !== undefined && event.sender === own && frame !== null && frame === own.mainFrame && frame.origin === origin;
}

export function sendEvent(window: BrowserWindow | null, event: PosEvent): void {
  if (window === null || window.isDestroyed() || window.webContents.isCrashed()) return;
  window.webContents.send(EVENT_CHANNEL, event);
}
