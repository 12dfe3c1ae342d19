import { failure, json, type Reply } from './reply.ts';
import { parseObject } from './request-body.ts';
import type { SessionTokens } from './session-tokens.ts';
import type { SimulatorLedger } from './simulator-ledger.ts';
import type { TransactionRequest } from './transaction-reply.ts';
import type { VirtualTerminal } from './virtual-terminal.ts';

export interface SimulatorRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

export interface RouteParts {
  readonly username: string;
  readonly password: string;
  readonly tokens: SessionTokens;
  readonly ledger: SimulatorLedger;
  /** Every virtual terminal by its id. */
  readonly terminals: ReadonlyMap<string, VirtualTerminal>;
  /** The ids that Nets would list for this log-in. */
  readonly listedIds: readonly string[];
  /** Answers for ids that are in no directory: 8013, and an entry in the ledger for money requests. */
  readonly absent: (terminalId: string) => VirtualTerminal;
}

type Members = Readonly<Record<string, unknown>>;
type Route = (request: SimulatorRequest) => Reply | Promise<Reply>;

const NOT_FOUND = json(404, { error: 'Not found' });
const UNPARSEABLE = '9001 Message could not be parsed';
const LARGEST_AMOUNT = 999_999_999;

/** Connect@Cloud's REST paths, as one function from request to reply. */
export function createRoutes(parts: RouteParts): Route {
  return (request) => {
    const { method, path } = request;
    // Needs no log-in: the server listens on loopback only, and its money and terminals are invented. Tests outside the process read it to
    // compare the app's export with what was charged.
    if (method === 'GET' && path === '/training/ledger') return json(200, { entries: parts.ledger.entries() });
    if (method === 'POST' && path === '/v1/login') return login(parts, request.body);
    if (!path.startsWith('/v1/')) return NOT_FOUND;
    if (!parts.tokens.accepts(request.authorization)) return json(401, { error: '9100 Unauthorised' });
    if (method === 'GET' && path === '/v1/terminal') {
      return json(200, { terminals: parts.listedIds.map((terminalId) => ({ terminalId, description: 'Harjoittelu' })) });
    }
    const match = /^\/v1\/terminal\/([^/]+)\/(transaction|administration|settings)$/.exec(path);
    if (match === null) return NOT_FOUND;
    const [, terminalId = '', subject = ''] = match;
    const call = CALLS[`${method} ${subject}`];
    if (call === undefined) return NOT_FOUND;
    const members = method === 'GET' ? {} : parseObject(request.body);
    if (members === null) return failure(400, UNPARSEABLE);
    return call(parts.terminals.get(terminalId) ?? parts.absent(terminalId), members);
  };
}

const CALLS: Readonly<Record<string, (terminal: VirtualTerminal, members: Members) => Reply | Promise<Reply>>> = {
  'POST transaction': (terminal, members) => {
    const request = transactionRequest(members);
    return request === null ? failure(400, { error: 'Invalid transaction request' }) : terminal.transact(request);
  },
  'GET transaction': (terminal) => terminal.latest(),
  'DELETE transaction': (terminal, members) => {
    const amount = amountOf(members);
    return amount === null ? failure(400, { error: 'Invalid amount' }) : terminal.voidLast(amount);
  },
  'POST administration': (terminal, members) => {
    switch (members['action']) {
      case 'cancelAction':
        return terminal.cancelAction();
      case 'reconciliation':
        return terminal.reconcile();
      case 'balanceInquiry':
      case 'downloadDataset':
      case 'downloadSoftware':
        return terminal.maintain(members['action']);
      default:
        return failure(400, { error: 'Unknown action' });
    }
  },
  'GET settings': (terminal) => terminal.settings(),
  'PUT settings': (terminal, members) => terminal.changeSettings(members),
};

function login({ username, password, tokens, listedIds }: RouteParts, body: string): Reply {
  const members = parseObject(body);
  if (members === null) return json(400, { error: UNPARSEABLE });
  if (members['username'] !== username || members['password'] !== password) return json(401, { error: 'Invalid username or password' });
  return json(200, { token: tokens.issue(username), username, terminals: listedIds });
}

/** Cashback and gift cards (`purchaseWithCashback`, `deposit`) are not part of this product, so they are refused here. */
function transactionRequest(members: Members): TransactionRequest | null {
  const { transactionType: kind, orderId = null } = members;
  const amount = amountOf(members);
  if (kind !== 'purchase' && kind !== 'returnOfGoods') return null;
  if (amount === null || !(orderId === null || typeof orderId === 'string')) return null;
  return { kind, amount, orderId };
}

function amountOf(members: Members): number | null {
  const amount = members['amount'];
  return typeof amount === 'number' && Number.isSafeInteger(amount) && amount > 0 && amount <= LARGEST_AMOUNT ? amount : null;
}
