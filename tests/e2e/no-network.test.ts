import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { freshStart } from '../support/desk/started.ts';

const started = freshStart();

/** Every address and host that Chromium's network service had to do with, by its own log. */
function hostsIn(log: string): string[] {
  const named = readFileSync(log, 'utf8').matchAll(/"(?:url|host|server|host_port|hostname)":"([^"]+)"/g);
  return [...new Set(Array.from(named, ([, name = '']) => name))].filter((name) => !name.startsWith('app://'));
}

test('Chromium asks nobody anything, of itself or at a page’s wish', async () => {
  const folder = started.folder('net-log');
  const log = join(folder, 'net-log.json');
  const launched = await started.launch({ training: true, flags: [`--log-net-log=${log}`] });
  const { page, desk } = launched;
  await desk.ready();
  const peers = await page.evaluate(async () => {
    for (const rel of ['dns-prefetch', 'preconnect', 'prefetch', 'prerender', 'icon', 'manifest']) {
      document.head.append(Object.assign(document.createElement('link'), { rel, href: `https://${rel}.example.com/x` }));
    }
    // A frame of its own has everything that was taken from the page: what it can send must be nothing as well.
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const inFrame = (frame.contentWindow as unknown as { RTCPeerConnection: typeof RTCPeerConnection }).RTCPeerConnection;
    const connection = new inFrame({ iceServers: [{ urls: 'stun:stun.example.com:3478' }] });
    const found: string[] = [];
    connection.onicecandidate = ({ candidate }) => void found.push(candidate?.candidate ?? '');
    connection.createDataChannel('x');
    await connection.setLocalDescription(await connection.createOffer());
    await new Promise((done) => setTimeout(done, 4_000));
    frame.remove();
    return { own: 'RTCPeerConnection' in window, found: found.filter((candidate) => candidate !== '') };
  });
  expect(peers).toEqual({ own: false, found: [] });
  await launched.close();
  expect(hostsIn(log)).toEqual([]);
});
