import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { handedOver } from '../../../electron/shell/opened-link.ts';
import { collectLinks, registerLinks } from '../../../electron/shell/receive-links.ts';
import { failed, ok } from '../../../shared/result.ts';

const LINK = 'willba-pos://pay?p=x&s=y';

/** What of Electron's app the links need. */
function fakeApp({ isPackaged = true, ownProfile = false } = {}) {
  const events = new EventEmitter();
  const registered: unknown[][] = [];
  const app = Object.assign(events, {
    isPackaged,
    commandLine: { hasSwitch: (name: string) => ownProfile && name === 'user-data-dir' },
    setAsDefaultProtocolClient: (...given: unknown[]) => registered.push(given) > 0,
  });
  return { app: app as unknown as App, events, registered };
}

/** A page of macOS opens a link. @returns whether the system was told that this program took it */
function openUrl(events: EventEmitter, link: string): boolean {
  const preventDefault = vi.fn();
  events.emit('open-url', { preventDefault }, link);
  return preventDefault.mock.calls.length > 0;
}

describe('links that reach the running program', () => {
  it('come from the system on macOS, and are kept until somebody receives them', () => {
    const { app, events } = fakeApp();
    const receive = collectLinks(app);
    expect(openUrl(events, LINK)).toBe(true);
    events.emit('second-instance', {}, [], '', handedOver(null));
    const got: unknown[] = [];
    receive((link) => got.push(link));
    expect(got).toEqual([ok(LINK), null]);
    openUrl(events, `${LINK}2`);
    expect(got.at(-1)).toEqual(ok(`${LINK}2`));
  });

  it('come from a second start as it handed them over, never from its arguments', () => {
    const { app, events } = fakeApp();
    const got: unknown[] = [];
    collectLinks(app)((link) => got.push(link));
    events.emit('second-instance', {}, ['willba-pos', '--', 'willba-pos://pay?p=other'], '', handedOver(ok(LINK)));
    events.emit('second-instance', {}, [], '', handedOver(failed('not-last')));
    events.emit('second-instance', {}, [], '', 'anything');
    expect(got).toEqual([ok(LINK), failed('not-last'), null]);
  });
});

describe('the system is told who opens such links', () => {
  const { platform } = process;
  const on = (name: string): void => void Object.defineProperty(process, 'platform', { value: name });
  afterEach(() => on(platform));

  it.each(['win32', 'darwin'])('on %s by the packaged program, with nothing behind -- that acts', (name) => {
    on(name);
    const { app, registered } = fakeApp();
    registerLinks(app);
    expect(registered).toEqual([['willba-pos', process.execPath, ['--']]]);
  });

  it('not by a checkout, from a profile of its own, or on Linux, where the package says so', () => {
    for (const [name, options] of [
      ['win32', { isPackaged: false }],
      ['darwin', { ownProfile: true }],
      ['linux', {}],
    ] as const) {
      on(name);
      const { app, registered } = fakeApp(options);
      registerLinks(app);
      expect(registered, name).toEqual([]);
    }
  });

  it('in the packages too', () => {
    const built = readFileSync(join(import.meta.dirname, '../../../electron-builder.yml'), 'utf8');
    expect(built).toMatch(/^protocols:\n {2}- name: Willba POS\n {4}schemes: \[willba-pos\]$/m);
    expect(built).toMatch(/^ {2}executableArgs: \["--"\]$/m);
  });
});
