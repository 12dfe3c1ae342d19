import { describe, expect, it } from 'vitest';
import { findForbidden } from '../../../electron/shell/switches.ts';

type Machine = Parameters<typeof findForbidden>[1];
const released: Machine = { platform: 'linux', env: {}, isRoot: false, mayInspect: async () => false };
const find = (argv: readonly string[], machine: Partial<Machine> = {}) =>
  findForbidden(['/opt/willba-pos', ...argv], { ...released, ...machine });

/** Each opens a door in the released program, by itself or with others. */
const forbidden = [
  ...['remote-debugging-port=9222', 'remote-debugging-pipe', 'remote-debugging-address=0.0.0.0', 'remote-allow-origins=*'],
  ...['inspect', 'inspect=0', 'inspect-brk=9229', 'inspect-port=9229', 'inspect-wait', 'debug', 'auto-open-devtools-for-tabs'],
  ...[
    'no-sandbox',
    'disable-setuid-sandbox',
    'disable-gpu-sandbox',
    'disable-seccomp-filter-sandbox',
    'no-zygote',
    'single-process',
    'in-process-gpu',
  ],
  ...['load-extension=/x', 'disable-extensions-except=/x', 'host-rules=MAP * 127.0.0.1', 'host-resolver-rules=MAP * 127.0.0.1'],
  ...[
    'ignore-certificate-errors',
    'ignore-certificate-errors-spki-list=x',
    'allow-insecure-localhost',
    'ssl-key-log-file=/x',
    'ssl-version-min=tls1',
  ],
  ...['no-proxy-server', 'proxy-bypass-list=*', 'winhttp-proxy-resolver', 'auth-server-allowlist=*'],
  ...[
    'disable-web-security',
    'allow-running-insecure-content',
    'unsafely-treat-insecure-origin-as-secure=http://x',
    'disable-site-isolation-trials',
  ],
  ...[
    'js-flags=--expose-gc',
    'enable-blink-features=X',
    'disable-blink-features=X',
    'enable-features=X',
    'disable-features=X',
    'blink-settings=x=y',
  ],
  ...[
    'log-net-log=/x',
    'log-file=/x',
    'renderer-cmd-prefix=xterm',
    'gpu-launcher=x',
    'utility-cmd-prefix=x',
    'browser-subprocess-path=/x',
    'app=/x',
  ],
  ...[
    'use-fake-ui-for-media-stream',
    'headless',
    'enable-automation',
    'test-type',
    'disk-cache-dir=/x',
    'require=/x',
    'r',
    'tls-keylog=/x',
    'use-openssl-ca',
  ],
];

describe('a packed program', () => {
  it.each(forbidden)('refuses --%s, and names it', async (given) => {
    const name = given.split('=')[0];
    expect(await find([`--${given}`])).toBe(`the switch --${name}`);
    expect(await find(['--training', `-${given}`, '--lang=fi'])).toBe(`the switch --${name}`);
    expect(await find([`--${given.toUpperCase()}`])).toBe(`the switch --${name}`);
    expect(await find([` --${given}`])).toBe(`the switch --${name}`);
    expect(await find(['--', `--${given}`])).toBe(`the switch --${name}`);
  });

  it('reads a slash as Windows does, and only there', async () => {
    expect(await find(['/Remote-Debugging-Port=9222'], { platform: 'win32' })).toBe('the switch --remote-debugging-port');
    expect(await find(['/home/maija/file.json'])).toBeNull();
  });

  it('takes its own switches, those of the screen, and what is no switch', async () => {
    const own = [
      '--box=running',
      '--training',
      '--provision=/x y.json',
      '--lang=sv',
      '--export-payments=/x',
      '--self-check',
      '--user-data-dir=/x',
    ];
    expect(
      await find([
        ...own,
        '--disable-gpu',
        '--force-device-scale-factor=1.5',
        '--password-store=basic',
        'willba-pos://pay?x',
        '-',
        '--',
        '',
      ]),
    ).toBeNull();
  });

  it('lets Playwright steer the copy that is made for it, and nothing more', async () => {
    const mayInspect = async (): Promise<boolean> => true;
    expect(await find(['--inspect=0', '--remote-debugging-port=0'], { mayInspect })).toBeNull();
    expect(await find(['--inspect=0', '--host-resolver-rules=MAP * ::1'], { mayInspect })).toBe('the switch --host-resolver-rules');
  });

  it('has a sandbox, unless it runs as root, where Chromium has none', async () => {
    expect(await find(['--no-sandbox'], { isRoot: true })).toBeNull();
    expect(await find([], { env: { ELECTRON_DISABLE_SANDBOX: '1' } })).toBe('the variable ELECTRON_DISABLE_SANDBOX');
    expect(await find([], { env: { ELECTRON_DISABLE_SANDBOX: '1' }, isRoot: true })).toBeNull();
  });

  it('is started by macOS with more, which says nothing', async () => {
    expect(await find(['-psn_0_12345', '-NSDocumentRevisionsDebugMode', 'YES'], { platform: 'darwin' })).toBeNull();
    expect(await find(['--psn_0'], { platform: 'darwin' })).toBe('the switch --psn_0');
  });

  it('repeats no more of a switch than can be printed', async () => {
    expect(await find([`--\u001b[31m${'x'.repeat(500)}`])).toMatch(/^the switch --\?\?31m?x{50,60}$/);
  });
});
