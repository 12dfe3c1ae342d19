import { describe, expect, test } from 'vitest';
import { ID } from '../nets/set-up.ts';
import { type Answer, inBetween } from './in-between.ts';

const BODY = '{"result":{"latestTransactionResult":{"Result":0,"TotalAmount":1250},"orderId":"W-1"}}';
const head = { 'content-type': 'application/json' };

describe('what is no whole answer is no look', () => {
  test.each<[string, Answer]>([
    ['nothing at all', (response) => void response.writeHead(200, head).end()],
    ['blanks', (response) => void response.writeHead(200, head).end('  \r\n ')],
    ['no content', (response) => void response.writeHead(204).end()],
    ['a plain 404', (response) => void response.writeHead(404).end()],
    ['a redirect', (response) => void response.writeHead(307, { location: '/elsewhere' }).end()],
    ['half the JSON, told as whole', (response) => void response.writeHead(200, head).end(BODY.slice(0, 40))],
    [
      'half the JSON, and the connection ends',
      (response) => {
        response.writeHead(200, { ...head, 'content-length': BODY.length });
        response.write(BODY.slice(0, 40), () => response.destroy());
      },
    ],
    ['a failure of the terminal', (response) => void response.writeHead(400, head).end('{"failure":{"error":"9000 Connection lost"}}')],
  ])('%s', async (_, answer) => {
    const { terminal } = await inBetween({ answer });
    expect((await terminal.lookup(ID)).outcome).toEqual({ kind: 'unreachable' });
  });

  test('while the whole of it is one, and so is a history that says nothing', async () => {
    const { terminal, now } = await inBetween({ answer: (response) => void response.writeHead(200, head).end(BODY) });
    expect((await terminal.lookup(ID)).outcome).toMatchObject({ kind: 'record', record: { result: 0, orderId: 'W-1' } });
    now.answer = (response) => void response.writeHead(200, head).end('{"result":{"latestTransactionResult":null}}');
    expect((await terminal.lookup(ID)).outcome).toEqual({ kind: 'no-transaction' });
    now.answer = (response) => void response.writeHead(200, head).end('{"result":{"latestTransactionResult":null,"orderId":"W-1"}}');
    expect((await terminal.lookup(ID)).outcome).toEqual({ kind: 'unreadable' });
  });
});
