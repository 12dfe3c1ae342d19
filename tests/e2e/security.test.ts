import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { commandNames } from '../../shared/ipc/command-names.ts';
import type { CommandName } from '../../shared/ipc/contract.ts';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { oneLaunch } from '../support/desk/started.ts';
import { validInputs } from '../support/ipc/valid-inputs.ts';

const nets = oneLaunch((started) => openNetsDesk(started));

/** A page of somebody else, on this machine so that no test leaves it; counts who asks for it. */
const stranger = oneLaunch(async ({ atEnd }) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('Content-Type', 'text/html').end('<h1>stranger</h1>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  atEnd(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
});

test('the page sees the functions of the contract and nothing of Node or Electron', async () => {
  const seen = await nets().page.evaluate(() => {
    const given = window as unknown as Record<string, unknown>;
    const pos = given['pos'] as Record<string, unknown>;
    const reach = ['require', 'process', 'module', 'exports', 'Buffer', 'global', 'electron', 'ipcRenderer', '__dirname'];
    return {
      members: Object.getOwnPropertyNames(pos).sort(),
      kinds: [...new Set(Object.values(pos).map((value) => typeof value))],
      // Playwright itself adds none of these.
      reachable: reach.filter((name) => given[name] !== undefined),
      frozen: (() => {
        try {
          pos['startSale'] = () => 'mine';
        } catch {
          return true;
        }
        return String(pos['startSale']).includes('mine') === false;
      })(),
    };
  });
  expect(seen.members).toEqual([...commandNames, 'onEvent'].sort());
  expect(seen.kinds).toEqual(['function']);
  expect(seen.reachable).toEqual([]);
  expect(seen.frozen).toBe(true);
});

test('the window is sandboxed, isolated, and without Node', async () => {
  const preferences = await nets().app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const read = contents as unknown as { getLastWebPreferences: () => Record<string, unknown> };
    return read.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true });
  for (const off of [
    'nodeIntegrationInWorker',
    'nodeIntegrationInSubFrames',
    'webviewTag',
    'allowRunningInsecureContent',
    'experimentalFeatures',
  ]) {
    expect(Boolean(preferences?.[off]), off).toBe(false);
  }
});

test('the page comes from app:// under a policy that lets nothing in and nothing out', async () => {
  const { page } = nets();
  expect(page.url()).toMatch(/^app:\/\//);
  const response = await page.reload();
  const policy = (await response?.allHeaders())?.['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
  // These do not fall back on default-src.
  for (const directive of ['base-uri', 'form-action', 'frame-ancestors']) expect(policy).toContain(`${directive} 'none'`);
  await nets().desk.ready();
});

test('what is none of the page’s own files is refused, and refused at once', async () => {
  const { page } = nets();
  const ends = await page.evaluate(async () => {
    const end = (url: string): Promise<string> =>
      new Promise((told) => {
        const image = document.createElement('img');
        image.onload = () => told('loaded');
        image.onerror = () => told('refused');
        image.src = url;
        setTimeout(() => told('no answer'), 15_000);
      });
    const urls = ['app://pos/none.png', 'app://pos/..%2fmain%2fmain.js', 'app://pos/', 'app://other/index.html'];
    return Promise.all(urls.map(end));
  });
  expect(ends).toEqual(['refused', 'refused', 'refused', 'refused']);
});

test('neither inline script nor a foreign request gets through', async () => {
  const { page } = nets();
  const { url, asked } = stranger();
  const outcome = await page.evaluate(async (foreign) => {
    const attempt = (work: () => void): void => {
      try {
        work();
      } catch {
        // Trusted types refuse what the policy would refuse a moment later.
        document.body.dataset['refused'] = 'true';
      }
    };
    const script = document.createElement('script');
    attempt(() => {
      script.textContent = 'window.injected = true';
    });
    document.head.append(script);
    const remote = document.createElement('script');
    attempt(() => {
      remote.src = `${foreign}/script.js`;
    });
    const image = document.createElement('img');
    image.src = `${foreign}/image.png`;
    const frame = document.createElement('iframe');
    frame.src = `${foreign}/frame.html`;
    document.body.append(remote, image, frame);
    const fetched = await fetch(`${foreign}/fetched`, { mode: 'no-cors' }).then(
      () => 'through',
      () => 'stopped',
    );
    navigator.sendBeacon(`${foreign}/beacon`, 'x');
    await new Promise((done) => setTimeout(done, 500));
    for (const added of [script, remote, image, frame]) added.remove();
    delete document.body.dataset['refused'];
    return { injected: 'injected' in window, fetched };
  }, url);
  expect(outcome).toEqual({ injected: false, fetched: 'stopped' });
  expect(asked).toEqual([]);
});

test('the window goes nowhere else, however it is asked', async () => {
  const { page, app } = nets();
  const { url, asked } = stranger();
  const here = page.url();
  // Read from main: Playwright waits for navigations that were refused.
  const where = (): Promise<readonly string[]> =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getURL()));
  for (const target of [
    url,
    'https://example.com/',
    'file:///etc/passwd',
    'data:text/html,x',
    'app://other/index.html',
    'app://pos/x.html',
  ]) {
    await page.evaluate((to) => {
      setTimeout(() => window.location.assign(to), 10);
    }, target);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect.soft(await where(), target).toEqual([here]);
    if ((await where())[0] !== here) await app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.loadURL(to), here);
  }
  // Not by a locator: it would wait for the last refused navigation to finish, which it never does.
  expect(await page.evaluate(() => document.querySelector('input') !== null)).toBe(true);
  const opened = await page.evaluate((to) => window.open(to) === null, url);
  expect(opened).toBe(true);
  await page.evaluate((to) => {
    const link = document.createElement('a');
    link.href = to;
    link.target = '_blank';
    document.body.append(link);
    link.click();
    link.remove();
  }, url);
  await page.waitForTimeout(300);
  expect(app.windows()).toHaveLength(1);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(asked).toEqual([]);
});

test('every permission is denied', async () => {
  const { page } = nets();
  const got = await page.evaluate(async () => {
    const state = async (name: string): Promise<string> =>
      (await navigator.permissions.query({ name: name as PermissionName }).catch(() => ({ state: 'denied' }))).state;
    const position = await new Promise<string>((done) =>
      navigator.geolocation.getCurrentPosition(
        () => done('through'),
        () => done('denied'),
        { timeout: 1_000 },
      ),
    );
    const media = await (navigator.mediaDevices?.getUserMedia({ audio: true }) ?? Promise.reject(new Error('none'))).then(
      () => 'through',
      () => 'denied',
    );
    const notification = await Notification.requestPermission();
    const clipboard = await navigator.clipboard.readText().then(
      () => 'through',
      () => 'denied',
    );
    const states = await Promise.all(['geolocation', 'camera', 'microphone', 'notifications', 'midi'].map(state));
    return { position, media, notification, clipboard, states: [...new Set(states)] };
  });
  expect(got).toEqual({ position: 'denied', media: 'denied', notification: 'denied', clipboard: 'denied', states: ['denied'] });
});

/** These change the whole program, or put up a box of the system that waits for a person. */
const UNSENT: readonly CommandName[] = ['startTraining', 'importFile', 'saveConnections', 'exportCsv', 'chooseBackupFolder'];

test('each command is served to our own page alone: the same valid input, from others, is refused for the sender', async () => {
  const { app, posts, readExport } = nets();
  // Valid for the contract, and about a terminal that nobody has: nothing is sold, also where the door is open.
  const nobodys = (input: object | null): object | null =>
    input !== null && 'terminalId' in input ? { ...input, terminalId: '99999999' } : input;
  const inputs = commandNames.filter((name) => !UNSENT.includes(name)).map((name) => ({ name, input: nobodys(validInputs[name]) }));
  const answers = await app.evaluate(async ({ BrowserWindow, ipcMain }, asked) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined) throw new Error('no window');
    // The handlers as they are registered, called as each sender would reach them.
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (event: object, input: unknown) => Promise<unknown>> })
      ._invokeHandlers;
    const { mainFrame } = contents;
    const looksLikeOurs = { url: mainFrame.url, origin: mainFrame.origin, parent: mainFrame, top: mainFrame };
    const strangers: object[] = [
      { sender: contents, senderFrame: { url: 'https://evil.example/', origin: 'https://evil.example', parent: null, top: null } },
      { sender: contents, senderFrame: looksLikeOurs },
      { sender: contents, senderFrame: null },
      { sender: { id: 999, mainFrame }, senderFrame: mainFrame },
    ];
    const call = async (name: string, event: object, input: unknown): Promise<string> => {
      const handler = handlers.get(`pos:${name}`);
      if (handler === undefined) return 'no handler';
      const value = (await handler(event, input)) as { ok: boolean; error?: { code: string } };
      return value.ok ? 'done' : String(value.error?.code);
    };
    const told: { name: string; strangers: string[] }[] = [];
    const own: string[] = [];
    for (const { name, input } of asked) {
      const toStrangers: string[] = [];
      for (const stranger of strangers) toStrangers.push(await call(name, stranger, input));
      told.push({ name, strangers: toStrangers });
    }
    // The very same inputs from our own page, so that nothing but the sender was wrong before.
    for (const { name, input } of asked) own.push(await call(name, { sender: contents, senderFrame: mainFrame }, input));
    return told.map((one, index) => ({ ...one, own: own[index] ?? 'not asked' }));
  }, inputs);
  expect(answers).toHaveLength(commandNames.length - UNSENT.length);
  for (const { name, strangers, own } of answers) {
    expect.soft(strangers, name).toEqual(Array.from({ length: 4 }, () => 'invalid-request'));
    // Nobody of that name works here, which the desk itself says in the same word.
    if (name === 'chooseOperator') continue;
    expect.soft(own, name).not.toMatch(/invalid-request|no handler|internal/);
  }
  expect(posts()).toBe(0);
  expect(await readExport()).toEqual([]);
});

test('the developer tools and the menu give no other way in', async () => {
  const { app } = nets();
  const { menu, debugging } = await app.evaluate(({ Menu, BrowserWindow }) => ({
    menu: Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items.map((each) => each.role ?? each.label) ?? []) ?? [],
    debugging: BrowserWindow.getAllWindows().some((each) => each.webContents.isDevToolsOpened()),
  }));
  expect(menu.filter((role) => /devtools|reload/i.test(String(role)))).toEqual([]);
  expect(debugging).toBe(false);
});
