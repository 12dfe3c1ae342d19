import diagnosticsChannel from 'node:diagnostics_channel';
import { connect, Socket } from 'node:net';
import { expect, test, vi } from 'vitest';
import { sendOnce } from '../../../electron/http/one-request.ts';
import { notAborted } from './set-up.ts';
import { PATH, tcpServer } from './small-servers.ts';

const connected = async (port: number): Promise<Socket> => {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('connect', resolve));
  return socket;
};

const send = (socket: Socket, onWritten: () => void, method: 'GET' | 'POST' = 'POST') =>
  sendOnce(socket, 'http://127.0.0.1', { method, path: PATH, headers: {}, body: null, answerMs: 1_000, signal: notAborted(), onWritten });

test('a connection that died before the request: the call ends, nothing was written, and no other connection is made', async () => {
  const server = await tcpServer(() => undefined);
  const socket = await connected(server.port);
  socket.destroy();
  const onWritten = vi.fn();
  await expect(send(socket, onWritten)).rejects.toMatchObject({ code: 'CONNECTION_DIED_UNUSED' });
  expect(onWritten).not.toHaveBeenCalled();
  expect(server.accepted()).toBe(1);
});

test('what is published for another socket, or for a CONNECT on ours, is not our request', async () => {
  const server = await tcpServer((peer) => {
    peer.once('data', () => peer.end('HTTP/1.1 204 No Content\r\n\r\n'));
  });
  const socket = await connected(server.port);
  const onWritten = vi.fn();
  const sending = send(socket, onWritten);
  // Before undici has taken the socket: everything on the channel is somebody else's until then.
  const channel = diagnosticsChannel.channel('undici:client:sendHeaders');
  expect(channel.hasSubscribers).toBe(true);
  for (const message of [
    { request: { method: 'POST' }, socket: new Socket() },
    { request: { method: 'CONNECT' }, socket },
    { socket },
    null,
    'x',
  ]) {
    channel.publish(message);
  }
  expect(onWritten).not.toHaveBeenCalled();
  expect(await sending).toMatchObject({ status: 204 });
  expect(onWritten).toHaveBeenCalled();
  expect(channel.hasSubscribers).toBe(false);
});
