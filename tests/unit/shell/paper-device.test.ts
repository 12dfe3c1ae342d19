import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { layOut } from '../../../electron/paper/layout.ts';
import { silentLog } from '../../../electron/support/log.ts';
import { paperDeviceContract } from '../../support/contracts/paper-device-contract.ts';

type Done = (success: boolean, why: string) => void;
const played = vi.hoisted(() => ({
  printers: (async () => [{ name: 'kuitti', displayName: 'Kuitti' }]) as () => Promise<unknown>,
  print: (_options: unknown, _done: Done): void => undefined,
  pdf: (async () => Buffer.from('%PDF')) as () => Promise<Buffer>,
  save: async ({ defaultPath }: { defaultPath: string }) => ({ canceled: false, filePath: defaultPath }),
  pages: [] as { preferences: Record<string, unknown>; url: string; isGone: boolean; contents: EventEmitter }[],
  locked: 0,
}));
vi.mock('electron', () => ({
  app: { getPath: () => '/home/kassa/Documents' },
  dialog: { showSaveDialog: (options: { defaultPath: string }) => played.save(options) },
  session: { fromPartition: (name: string, options: unknown) => ({ name, options }) },
  BrowserWindow: class {
    readonly page: (typeof played.pages)[number];
    readonly webContents: EventEmitter;
    constructor({ webPreferences }: { webPreferences: Record<string, unknown> }) {
      this.webContents = Object.assign(new EventEmitter(), {
        getPrintersAsync: () => played.printers(),
        print: (options: unknown, done: Done) => played.print(options, done),
        printToPDF: () => played.pdf(),
      });
      this.page = { preferences: webPreferences, url: '', isGone: false, contents: this.webContents };
      played.pages.push(this.page);
    }
    loadURL = async (url: string): Promise<void> => {
      this.page.url = url;
    };
    isDestroyed = (): boolean => this.page.isGone;
    destroy = (): void => {
      this.page.isGone = true;
    };
  },
}));
vi.mock('../../../electron/shell/paper-face.ts', () => ({ paperFace: { regular: 'data:a', bold: 'data:b' } }));
vi.mock('../../../electron/shell/security.ts', () => ({
  lockSession: () => {
    played.locked += 1;
  },
}));
const { createPaperDevice } = await import('../../../electron/shell/paper-device.ts');

const sheet = layOut({ title: 'Kuitti', language: 'fi', blocks: [{ look: 'text', lines: ['Kiitos'] }] }, '58');
const silently = { printer: 'kuitti', dialog: false };
const answering =
  (success: boolean, why = '') =>
  (_options: unknown, done: Done): void =>
    done(success, why);

beforeEach(() => {
  played.pages.length = 0;
  played.locked = 0;
  played.printers = async () => [{ name: 'kuitti', displayName: 'Kuitti' }];
  played.print = answering(true);
  played.pdf = async () => Buffer.from('%PDF');
});
afterEach(() => void vi.useRealTimers());

describe('a job of the printer', () => {
  it('has a page of its own that can do nothing, and is gone afterwards', async () => {
    const device = createPaperDevice(silentLog);
    expect(await device.print(sheet, silently)).toBe('printed');
    await device.pdf(sheet);
    expect(played.pages).toHaveLength(2);
    expect(played.locked).toBe(1);
    for (const { preferences, isGone, url } of played.pages) {
      expect(isGone).toBe(true);
      expect(preferences).toMatchObject({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        javascript: false,
        images: false,
        session: { name: 'paper', options: { cache: false } },
      });
      expect(preferences['preload']).toBeUndefined();
      expect(Buffer.from(url.split('base64,')[1] ?? '', 'base64').toString('utf8')).toContain("default-src 'none'");
    }
  });

  it.each([
    [false, 'Print job canceled', 'cancelled'],
    [false, 'Print job failed', 'refused'],
    [false, 'Invalid deviceName provided', 'printer-gone'],
    [false, 'Failed to enumerate printers', 'no-printer'],
    [false, 'Something new', 'failed'],
    [true, '', 'printed'],
  ] as const)('that Electron answers with %s %j is %s', async (success, why, end) => {
    played.print = answering(success, why);
    expect(await createPaperDevice(silentLog).print(sheet, silently)).toBe(end);
  });

  it('is sent to the wanted printer, as wide and long as its sheet', async () => {
    const options: unknown[] = [];
    played.print = (given, done) => {
      options.push(given);
      done(true, '');
    };
    await createPaperDevice(silentLog).print(sheet, silently);
    await createPaperDevice(silentLog).print(sheet, { printer: null, dialog: true });
    const pageSize = { width: 58_000, height: sheet.heightMm * 1000 };
    expect(options).toMatchObject([
      { silent: true, deviceName: 'kuitti', pageSize, margins: { marginType: 'none' } },
      { silent: false, pageSize },
    ]);
    expect(options[1]).not.toHaveProperty('deviceName');
  });

  it('is not begun where there is no printer, or not the wanted one', async () => {
    const begun = vi.fn(answering(true));
    played.print = begun;
    played.printers = async () => [];
    expect(await createPaperDevice(silentLog).print(sheet, silently)).toBe('no-printer');
    played.printers = async () => [{ name: 'toinen', displayName: '' }];
    expect(await createPaperDevice(silentLog).print(sheet, silently)).toBe('printer-gone');
    expect(begun).not.toHaveBeenCalled();
  });

  it.each([
    [{ 'printer-is-accepting-jobs': 'true', 'printer-state': '3' }, 'printed'],
    [{ 'printer-is-accepting-jobs': 'true', 'printer-state': '4' }, 'printed'],
    [{ 'printer-is-accepting-jobs': 'false', 'printer-state': '3' }, 'refused'],
    [{ 'printer-is-accepting-jobs': 'true', 'printer-state': '5' }, 'refused'],
  ])('for a queue that says %j is %s, although Electron would call it printed', async (options, end) => {
    const begun = vi.fn(answering(true));
    played.print = begun;
    played.printers = async () => [{ name: 'kuitti', displayName: 'Kuitti', options }];
    expect(await createPaperDevice(silentLog).print(sheet, silently)).toBe(end);
    expect(begun).toHaveBeenCalledTimes(end === 'printed' ? 1 : 0);
  });

  it('that nobody answers is not known, and neither is one whose page dies', async () => {
    vi.useFakeTimers();
    played.print = () => undefined;
    const silent = createPaperDevice(silentLog).print(sheet, silently);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await silent).toBe('unknown');
    const asked = createPaperDevice(silentLog).print(sheet, { printer: null, dialog: true });
    // Somebody takes their time in the dialog.
    await vi.advanceTimersByTimeAsync(600_000);
    played.pages.at(-1)?.contents.emit('render-process-gone');
    expect(await asked).toBe('unknown');
  });

  it('that breaks is told as failed, and its page is gone', async () => {
    played.print = () => {
      throw new TypeError('pageSize');
    };
    played.pdf = () => Promise.reject(new Error('no'));
    const device = createPaperDevice(silentLog);
    expect(await device.print(sheet, silently)).toBe('failed');
    expect(await device.pdf(sheet)).toBeNull();
    expect(played.pages.every(({ isGone }) => isGone)).toBe(true);
  });
});

const WORDS = { printed: '', cancelled: 'Print job canceled', refused: 'Print job failed', failed: 'Something new' } as const;

paperDeviceContract('Electron’s', ({ printers, end, makesPdf, saveTo }) => {
  played.printers = async () => {
    if (printers === null) throw new Error('no service');
    return printers.map((name) => ({ name, displayName: name }));
  };
  played.print = answering(end === 'printed', WORDS[end]);
  played.pdf = async () => {
    if (!makesPdf) throw new Error('no');
    return Buffer.from('%PDF');
  };
  played.save = async () => ({ canceled: saveTo === null, filePath: saveTo ?? '' });
  return createPaperDevice(silentLog);
});

describe('the printers', () => {
  it('are those of the system, by the names that it shows', async () => {
    played.printers = async () => [
      { name: 'kuitti', displayName: 'Kuitti vastaanotto' },
      { name: 'nimetön', displayName: '' },
    ];
    const found = await createPaperDevice(silentLog).printers();
    expect(found).toEqual({
      ok: true,
      value: [
        { name: 'kuitti', shownAs: 'Kuitti vastaanotto' },
        { name: 'nimetön', shownAs: 'nimetön' },
      ],
    });
  });

  it('are not known where the system does not say', async () => {
    vi.useFakeTimers();
    played.printers = () => new Promise(() => undefined);
    const asked = createPaperDevice(silentLog).printers();
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await asked).toEqual({ ok: false, error: 'unavailable' });
    played.printers = () => Promise.reject(new Error('no service'));
    expect(await createPaperDevice(silentLog).printers()).toEqual({ ok: false, error: 'unavailable' });
  });
});
