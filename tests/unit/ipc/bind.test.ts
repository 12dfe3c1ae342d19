import type { IpcMainInvokeEvent } from 'electron';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Binding, bindCommands } from '../../../electron/ipc/bind.ts';
import { commandNames } from '../../../shared/ipc/command-names.ts';
import type { CommandName } from '../../../shared/ipc/contract.ts';
import { commands } from '../../../shared/ipc/contract.ts';
import { changedInputs } from '../../support/ipc/one-thing-wrong.ts';
import { validInputs } from '../../support/ipc/valid-inputs.ts';

type Handler = (event: IpcMainInvokeEvent, input: unknown) => Promise<unknown>;
const { handlers } = vi.hoisted(() => ({ handlers: new Map<string, Handler>() }));
vi.mock('electron', () => ({ ipcMain: { handle: (channel: string, handler: Handler) => handlers.set(channel, handler) } }));

const ORIGIN = 'app://pos';
const mainFrame = { origin: ORIGIN, url: `${ORIGIN}/index.html`, parent: null };
const contents = { mainFrame };
const own = { sender: contents, senderFrame: mainFrame };

/** Everybody who is not the top frame of our window, one thing wrong in each. */
const strangers: readonly (readonly [string, object])[] = [
  ['another window', { ...own, sender: { mainFrame } }],
  ['a frame in our page, of our origin', { ...own, senderFrame: { ...mainFrame, parent: mainFrame } }],
  ['a frame in our page, of another origin', { ...own, senderFrame: { origin: 'https://evil.example', parent: mainFrame } }],
  ['a frame that is gone', { ...own, senderFrame: null }],
];

type Bound = { readonly window?: object | null; readonly broke?: Binding['broke'] };
const neverBroken: Binding['broke'] = (_where, cause) => expect.fail(String(cause));

function bound({ window = { webContents: contents }, broke = neverBroken }: Bound = {}) {
  handlers.clear();
  const execute = vi.fn(async () => ({ ok: true, value: null }));
  const refused = vi.fn();
  const asked = vi.fn();
  bindCommands({
    window: () => window as ReturnType<Binding['window']>,
    origin: ORIGIN,
    asked,
    execute: execute as unknown as Binding['execute'],
    error: async (code) => ({ code, moneyMoved: 'no', retry: 'safe', ref: 'R' }),
    broke,
    refused,
  });
  const call = async (name: CommandName, input: unknown, event: object = own): Promise<unknown> =>
    handlers.get(`pos:${name}`)?.(event as IpcMainInvokeEvent, input);
  return { call, asked, execute, refused };
}

const INVALID = { ok: false, error: expect.objectContaining({ code: 'invalid-request', moneyMoved: 'no' }) };
let door = bound();
beforeEach(() => {
  door = bound();
});

test('the channels are the contract’s commands and nothing else', () => {
  expect([...handlers.keys()].sort()).toEqual(commandNames.map((name) => `pos:${name}`).sort());
  expect(Object.keys(commands).sort()).toEqual([...commandNames].sort());
});

describe.each(commandNames)('%s', (name) => {
  test('is done for our own page with a valid input', async () => {
    expect(await door.call(name, validInputs[name])).toEqual({ ok: true, value: null });
    expect(door.execute).toHaveBeenCalledExactlyOnceWith(name, validInputs[name]);
    expect(door.refused).not.toHaveBeenCalled();
    expect(door.asked).toHaveBeenCalledBefore(door.execute);
  });

  test.each(strangers)('is refused to %s, for the sender alone', async (_who, event) => {
    expect(await door.call(name, validInputs[name], event)).toEqual(INVALID);
    expect(door.refused).toHaveBeenCalledExactlyOnceWith(name, 'sender');
    expect(door.asked).not.toHaveBeenCalled();
    expect(door.execute).not.toHaveBeenCalled();
  });

  test('is refused to our own window once it shows somebody else’s page, and when there is no window', async () => {
    // An empty page keeps the origin of the one that led to it.
    const elsewhereBy = [
      { origin: 'https://evil.example' },
      { url: 'about:blank' },
      { url: 'about:srcdoc' },
      { url: 'app://posx/index.html' },
    ];
    const moved = elsewhereBy.map((change) => {
      const frame = { ...mainFrame, ...change };
      const shown = { mainFrame: frame };
      return [{ webContents: shown }, { sender: shown, senderFrame: frame }] as const;
    });
    for (const [window, event] of [...moved, [null, own] as const]) {
      const elsewhere = bound({ window });
      expect(await elsewhere.call(name, validInputs[name], event)).toEqual(INVALID);
      expect(elsewhere.refused).toHaveBeenCalledExactlyOnceWith(name, 'sender');
      expect(elsewhere.execute).not.toHaveBeenCalled();
    }
  });

  test.each(changedInputs.filter(({ command }) => command === name))('$what', async ({ input, allowed }) => {
    const answer = await door.call(name, input);
    if (allowed) {
      expect(door.execute).toHaveBeenCalledTimes(1);
      return;
    }
    expect(answer).toEqual(INVALID);
    expect(door.refused).toHaveBeenCalledExactlyOnceWith(name, 'input');
    expect(door.execute).not.toHaveBeenCalled();
  });
});

describe('when the schemas cannot be loaded', () => {
  beforeEach(() => {
    vi.doMock('../../../shared/ipc/contract.ts', () => {
      throw new Error('the file is gone');
    });
  });
  afterEach(() => vi.doUnmock('../../../shared/ipc/contract.ts'));

  test('the window gets an answer, the log the cause, and nothing is done', async () => {
    const broke = vi.fn();
    const shut = bound({ broke });
    const answer = await shut.call('startSale', validInputs.startSale);
    expect(answer).toEqual({ ok: false, error: expect.objectContaining({ code: 'internal' }) });
    expect(broke).toHaveBeenCalledExactlyOnceWith('startSale', expect.any(Error));
    expect(shut.execute).not.toHaveBeenCalled();
  });
});
