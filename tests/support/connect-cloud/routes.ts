import type { IncomingMessage, ServerResponse } from 'node:http';

import { notConnectedAnswer, notParsedAnswer, unauthorisedAnswer } from './answers.ts';
import { deliver } from './deliver.ts';
import type { WritableLedger } from './ledger.ts';
import type { LoggedRequest, RequestLog } from './request-log.ts';
import type { CallScript } from './script.ts';
import type { ReadableQueue } from './script-queue.ts';
import type { Reply, ServedTerminal } from './terminal-control.ts';
import type { TokenDesk } from './tokens.ts';
import { isObject, jsonAnswer, sleep, type WireAnswer } from './wire.ts';

export interface LoginCounters {
  succeeded: number;
  failed: number;
}

export interface Routes {
  readonly credentials: { readonly username: string; readonly password: string };
  readonly terminals: ReadonlyMap<string, ServedTerminal>;
  readonly tokens: TokenDesk;
  readonly counters: LoginCounters;
  readonly logins: ReadableQueue<CallScript>;
  readonly lists: ReadableQueue<CallScript>;
  readonly ledger: WritableLedger;
  readonly log: RequestLog;
  readonly netsNow: () => number;
}

/** How many POST …/transaction of one terminal are open, as seen by their connections. */
interface OpenPosts {
  count: number;
  lastClosedMs: number | null;
}

export function createHandler(routes: Routes): (request: IncomingMessage, response: ServerResponse) => void {
  const open = new Map<string, OpenPosts>();

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').replace(/\?.*$/, '');
    const [, terminalId = null, call = null] = /^\/v1\/terminal\/([^/]+)\/(\w+)$/.exec(path) ?? [];
    const posts = openPostsOf(terminalId);
    const entry = routes.log.open(request, terminalId, posts.count);
    if (request.method === 'POST' && call === 'transaction') {
      posts.count += 1;
      response.once('close', () => {
        posts.count -= 1;
        posts.lastClosedMs = performance.now();
      });
    }
    const text = await readBody(request);
    if (text === null) return;
    entry.body = parse(text);
    routes.log.completed(entry);
    const reply = await answer(entry, request, call, posts);
    entry.status = reply.answer.status;
    reply.delivered(await deliver(response, reply.answer, reply.delivery, routes.netsNow));
  }

  function openPostsOf(terminalId: string | null): OpenPosts {
    const posts = open.get(terminalId ?? '') ?? { count: 0, lastClosedMs: null };
    open.set(terminalId ?? '', posts);
    return posts;
  }

  async function answer(entry: LoggedRequest, request: IncomingMessage, call: string | null, posts: OpenPosts): Promise<Reply> {
    const { method, path, body } = entry;
    if (method === 'POST' && path === '/v1/login') return login(body);
    const objection = routes.tokens.objection(request.headers.authorization);
    const isSale = method === 'POST' && call === 'transaction';
    // Entered before the login is checked: a sale that was refused for its token has reached us all the same.
    const attempt = isSale ? openAttempt(entry) : null;
    if (objection !== null) {
      if (attempt !== null) Object.assign(attempt, { outcome: 'refused', said: 'refused' });
      return plain(unauthorisedAnswer(objection), (how) => attempt !== null && Object.assign(attempt, { delivered: how }));
    }
    if (method === 'GET' && path === '/v1/terminal') return list();
    const terminal = routes.terminals.get(entry.terminalId ?? '');
    if (terminal === undefined) {
      if (attempt !== null) Object.assign(attempt, { outcome: 'refused', said: notConnectedAnswer.said });
      const known = entry.terminalId !== null;
      const refusal = known ? notConnectedAnswer.answer : jsonAnswer(404, { error: 'not found' });
      return plain(refusal, (how) => attempt !== null && Object.assign(attempt, { delivered: how }));
    }
    if (attempt !== null) return terminal.transaction(body, attempt);
    if (method === 'GET' && call === 'transaction') return terminal.lookup();
    if (method === 'DELETE' && call === 'transaction') return terminal.voidLast(body);
    if (method === 'POST' && call === 'administration') return terminal.administration(body, msSinceOpen(posts));
    if (call === 'settings' && method === 'GET') return plain(jsonAnswer(200, { printerWidth: 0 }));
    if (call === 'settings' && method === 'PUT') return plain(jsonAnswer(200, {}));
    return plain(notParsedAnswer.answer);
  }

  function openAttempt({ body, terminalId }: LoggedRequest) {
    const { orderId, transactionType, amount } = isObject(body) ? body : {};
    return routes.ledger.openAttempt(
      terminalId ?? '',
      typeof orderId === 'string' ? orderId : null,
      typeof transactionType === 'string' ? transactionType : '',
      typeof amount === 'number' ? amount : null,
    );
  }

  async function login(body: unknown): Promise<Reply> {
    const script = routes.logins.next();
    await sleep(script.afterMs);
    const { username, password } = isObject(body) ? body : {};
    const good = username === routes.credentials.username && password === routes.credentials.password;
    if (script.canned === null && good) routes.counters.succeeded += 1;
    else routes.counters.failed += 1;
    if (script.canned !== null) return { answer: script.canned, delivery: script.delivery, delivered: () => undefined };
    const answer = good
      ? jsonAnswer(200, { token: routes.tokens.issue(routes.credentials.username), username, terminals: listedIds() })
      : jsonAnswer(401, { error: 'Invalid username or password' });
    return { answer, delivery: script.delivery, delivered: () => undefined };
  }

  async function list(): Promise<Reply> {
    const script = routes.lists.next();
    await sleep(script.afterMs);
    const answer = script.canned ?? jsonAnswer(200, { terminals: listedIds().map((terminalId) => ({ terminalId })) });
    return { answer, delivery: script.delivery, delivered: () => undefined };
  }

  const listedIds = (): string[] => [...routes.terminals.values()].filter((terminal) => terminal.listed).map((terminal) => terminal.id);

  return (request, response) => {
    handle(request, response).catch((error: unknown) => {
      // A bug of the judge must be loud: a quiet one would look like a fault of the program under test.
      console.error('connect-cloud test server failed', error);
      response.destroy();
    });
  };
}

function msSinceOpen(posts: OpenPosts): number | null {
  if (posts.count > 0) return 0;
  return posts.lastClosedMs === null ? null : Math.max(1, performance.now() - posts.lastClosedMs);
}

function plain(answer: WireAnswer, delivered: Reply['delivered'] = () => undefined): Reply {
  return { answer, delivery: { kind: 'whole' }, delivered };
}

/** null where the connection ended before the body did. */
function readBody(request: IncomingMessage): Promise<string | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    request.once('error', () => resolve(null));
    request.once('close', () => resolve(null));
  });
}

function parse(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
