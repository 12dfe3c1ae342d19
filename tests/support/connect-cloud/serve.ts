import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';

import type { Script } from './script.ts';
import * as scripts from './scripts.ts';
import { defaultTerminals, startConnectCloud } from './server.ts';
import { isObject } from './wire.ts';

/**
 * The server as a process of its own, for a person or for a test whose own process must not matter:
 *
 *   ELECTRON_RUN_AS_NODE=1 electron tests/support/connect-cloud/serve.ts --port 8788 --always 71000002=busy
 *
 * Prints one line `{"baseUrl":…,"controlUrl":…}` when it listens. The control door: GET /ledger, GET /requests,
 * POST /terminal/<id>/{play,always,release} with a whole script as the body, or a
 * builder of scripts.ts by name: `{"name":"decline","args":["51",{"afterMs":200}]}`,
 * POST /terminal/<id>/{other-desk,occupy,vacate}, POST /{stop-listening,listen-again,revoke-tokens,close}.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    'control-port': { type: 'string', default: '0' },
    username: { type: 'string', default: 'test-user' },
    password: { type: 'string', default: 'test-password' },
    terminals: { type: 'string', default: defaultTerminals.join(',') },
    always: { type: 'string', multiple: true, default: [] },
    https: { type: 'boolean', default: false },
  },
});

const cloud = await startConnectCloud({
  username: values.username,
  password: values.password,
  port: Number(values.port),
  terminals: values.terminals.split(','),
  https: values.https,
});
for (const rule of values.always) {
  const [id = '', name = ''] = rule.split('=');
  cloud.terminal(id).always(scriptFrom({ name }));
}

const control = createServer((request, response) => {
  obey(request).then(
    (result) => response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(result ?? null)),
    (error: unknown) => response.writeHead(400).end(String(error)),
  );
});
control.listen(Number(values['control-port']), '127.0.0.1', () => {
  const { port } = control.address() as AddressInfo;
  console.log(JSON.stringify({ baseUrl: cloud.baseUrl, controlUrl: `http://127.0.0.1:${port}`, certificate: cloud.certificate }));
});

async function obey(request: IncomingMessage): Promise<unknown> {
  const body = await readJson(request);
  const order = `${request.method} ${request.url}`;
  const [, id = '', action = ''] = /^POST \/terminal\/([^/]+)\/([\w-]+)$/.exec(order) ?? [];
  if (id !== '') return obeyForTerminal(id, action, body);
  switch (order) {
    case 'GET /ledger':
      return cloud.ledger.snapshot();
    case 'GET /requests':
      return cloud.requests;
    case 'POST /stop-listening':
      return cloud.stopListening();
    case 'POST /listen-again':
      return cloud.listenAgain();
    case 'POST /revoke-tokens':
      return cloud.revokeTokens();
    case 'POST /close':
      setImmediate(() => process.exit(0));
      return null;
    default:
      throw new Error(`unknown order ${order}`);
  }
}

function obeyForTerminal(id: string, action: string, body: unknown): void {
  const terminal = cloud.terminal(id);
  if (action === 'play') terminal.play(scriptFrom(body));
  else if (action === 'always') terminal.always(scriptFrom(body));
  else if (action === 'release') terminal.release(scriptFrom(body));
  else if (action === 'other-desk') terminal.otherDesk(isObject(body) ? body : {});
  else if (action === 'occupy') terminal.occupy();
  else if (action === 'vacate') terminal.vacate();
  else throw new Error(`unknown order ${action} for terminal ${id}`);
}

/** A whole script as it stands, or the name of a builder with its arguments. */
function scriptFrom(value: unknown): Script {
  if (!isObject(value)) throw new Error('a script is needed');
  if ('truth' in value) return value as unknown as Script;
  const { name, args } = value;
  const builder = Object.entries(scripts).find(([known, entry]) => known === name && typeof entry === 'function')?.[1];
  if (typeof builder !== 'function') throw new Error(`unknown script ${String(name)}`);
  return Reflect.apply(builder, null, Array.isArray(args) ? args : []) as Script;
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? null : JSON.parse(text);
}
