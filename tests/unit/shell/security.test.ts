import { EventEmitter } from 'node:events';
import type { App, Session } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ protocol: {} }));
const { START_PAGE } = await import('../../../electron/shell/app-protocol.ts');
const { denyEverythingElse, lockSession, lookUpNoNames } = await import('../../../electron/shell/security.ts');

/** A page's contents as Electron hands them over, with what the program set on them. */
function newContents() {
  const set = { policy: '', opened: null as ((details: object) => { action: string }) | null, zoom: [0, 0] };
  return Object.assign(new EventEmitter(), {
    set,
    setWebRTCIPHandlingPolicy: (policy: string) => {
      set.policy = policy;
    },
    setWindowOpenHandler: (handler: (details: object) => { action: string }) => {
      set.opened = handler;
    },
    setVisualZoomLevelLimits: async (...limits: number[]) => {
      set.zoom = limits;
    },
  });
}

describe('every page that is ever made', () => {
  const app = new EventEmitter();
  denyEverythingElse(app as App);
  let contents = newContents();
  beforeEach(() => {
    contents = newContents();
    app.emit('web-contents-created', {}, contents);
  });

  const isRefused = (event: string, details: object): boolean => {
    let refused = false;
    contents.emit(event, {
      ...details,
      preventDefault: () => {
        refused = true;
      },
    });
    return refused;
  };

  it('may go to the start page in its own window', () => {
    expect(isRefused('will-frame-navigate', { url: START_PAGE, isMainFrame: true })).toBe(false);
  });

  it.each([
    'https://example.com/',
    'http://127.0.0.1/',
    'file:///etc/passwd',
    'data:text/html,x',
    'about:blank',
    'app://other/index.html',
    'app://pos/x.html',
    `${START_PAGE}?x`,
  ])('goes nowhere else: %s', (url) => {
    expect(isRefused('will-frame-navigate', { url, isMainFrame: true })).toBe(true);
  });

  it('has no frame that goes anywhere, not even to the start page', () => {
    expect(isRefused('will-frame-navigate', { url: START_PAGE, isMainFrame: false })).toBe(true);
  });

  it('follows no redirect and holds no webview', () => {
    expect(isRefused('will-redirect', { url: START_PAGE, isMainFrame: true })).toBe(true);
    expect(isRefused('will-attach-webview', {})).toBe(true);
  });

  it.each(['https://example.com/', START_PAGE, 'mailto:x@example.com', 'willba-pos://pay'])(
    'opens no window and no other program: %s',
    (url) => {
      expect(contents.set.opened?.({ url, disposition: 'new-window' })).toEqual({ action: 'deny' });
    },
  );

  it('sends no datagram, and is not zoomed by a pinch', () => {
    expect(contents.set.policy).toBe('disable_non_proxied_udp');
    contents.emit('did-finish-load');
    expect(contents.set.zoom).toEqual([1, 1]);
  });
});

describe('the session', () => {
  type Decide = (contents: object, permission: string, decide: (allowed: boolean) => void) => void;
  const given: Record<string, unknown> = {};
  const keep = (name: string) => (handler: unknown) => {
    given[name] = handler;
  };
  let cancels: { urls: readonly string[]; handler: (details: object, decide: (answer: object) => void) => void } | null = null;
  const session = Object.assign(new EventEmitter(), {
    setSpellCheckerEnabled: keep('spelling'),
    setSpellCheckerLanguages: keep('languages'),
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    webRequest: {
      onBeforeRequest: (filter: { urls: readonly string[] }, handler: (details: object, decide: (answer: object) => void) => void) => {
        cancels = { urls: filter.urls, handler };
      },
    },
  });
  lockSession(session as unknown as Session);

  it.each(['media', 'geolocation', 'notifications', 'midi', 'clipboard-read', 'fullscreen', 'openExternal', 'hid', 'serial', 'usb'])(
    'gives no permission and no device: %s',
    (permission) => {
      let allowed: boolean | null = null;
      (given['request'] as Decide)({}, permission, (answer) => {
        allowed = answer;
      });
      expect(allowed).toBe(false);
      expect((given['check'] as (contents: null, permission: string) => boolean)(null, permission)).toBe(false);
      expect((given['device'] as (details: object) => boolean)({ deviceType: permission, origin: 'app://pos' })).toBe(false);
    },
  );

  it('keeps no download', () => {
    let refused = false;
    session.emit(
      'will-download',
      {
        preventDefault: () => {
          refused = true;
        },
      },
      {},
      {},
    );
    expect(refused).toBe(true);
  });

  it('ends every request to somebody else', () => {
    expect(cancels?.urls).toEqual(
      expect.arrayContaining(['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*']),
    );
    let answer: object = {};
    cancels?.handler({ url: 'https://example.com/' }, (decided) => {
      answer = decided;
    });
    expect(answer).toEqual({ cancel: true });
  });

  it('fetches no dictionary', () => {
    expect([given['spelling'], given['languages']]).toEqual([false, []]);
  });
});

it('no name that a page mentions is looked up in advance', () => {
  const switches: [string, string?][] = [];
  lookUpNoNames({ commandLine: { appendSwitch: (...given: [string, string?]) => void switches.push(given) } } as unknown as App);
  expect(switches).toEqual([['blink-settings', 'dnsPrefetchingEnabled=false']]);
});
