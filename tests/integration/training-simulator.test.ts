import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createNetsSimulator, type NetsSimulator, type NetsSimulatorOptions } from '../../electron/training/nets-simulator.ts';
import { type ScenarioId, scenarios } from '../../electron/training/scenarios.ts';
import { terminalTexts } from '../../electron/training/terminal-texts.ts';
import { TRAINING_POINT_OF_SALE, trainingTerminals } from '../../electron/training/training-terminals.ts';

const USERNAME = 'harjoittelu';
const PASSWORD = 'vain-testissä';
const simulators: NetsSimulator[] = [];

afterEach(async () => {
  await Promise.all(simulators.splice(0).map((simulator) => simulator.close()));
});

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A simulator with a logged-in caller. At the default scale a second takes 10 ms. */
async function start(options: Partial<NetsSimulatorOptions> = {}) {
  const simulator = await createNetsSimulator({
    terminals: trainingTerminals,
    username: USERNAME,
    password: PASSWORD,
    timeScale: 0.01,
    ...options,
  });
  simulators.push(simulator);

  async function call(method: string, path: string, members?: object, authorization?: string): Promise<Answer> {
    const headers: Record<string, string> = authorization === undefined ? {} : { Authorization: authorization };
    const init: RequestInit = members === undefined ? { method, headers } : { method, headers, body: JSON.stringify(members) };
    const response = await fetch(`${simulator.baseUrl}${path}`, init);
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  const login = await call('POST', '/v1/login', { username: USERNAME, password: PASSWORD });
  const bearer = `bearer ${text(login.body, 'token')}`;
  const at = (terminalId: string, subject: string): string => `/v1/terminal/${terminalId}/${subject}`;
  return {
    simulator,
    call,
    login,
    bearer,
    pay: (terminalId: string, amount: number, orderId: string, transactionType = 'purchase') =>
      call('POST', at(terminalId, 'transaction'), { transactionType, amount, orderId }, bearer),
    administer: (terminalId: string, action: string) => call('POST', at(terminalId, 'administration'), { action }, bearer),
    lookUp: (terminalId: string) => call('GET', at(terminalId, 'transaction'), undefined, bearer),
    voidLast: (terminalId: string, amount: number) => call('DELETE', at(terminalId, 'transaction'), { amount }, bearer),
    settings: (terminalId: string, change?: object) =>
      call(change === undefined ? 'GET' : 'PUT', at(terminalId, 'settings'), change, bearer),
  };
}

/** Follows a path of members and indices through whatever came back. */
function member(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((found, key) => (typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined), value);
}
function text(value: unknown, ...path: readonly (string | number)[]): string {
  const found = member(value, ...path);
  if (typeof found !== 'string') throw new Error(`No text at ${path.join('.')}: ${JSON.stringify(value)}`);
  return found;
}
const approvedRecord = (answer: Answer): unknown => member(answer.body, 'result', 0, 'localModeEventArgs');
const failedRecord = (answer: Answer): unknown => member(answer.body, 'failure', 'localModeEventArgs');
const shownRecord = (answer: Answer): unknown => member(answer.body, 'result', 'latestTransactionResult');
const trueSeconds = (seconds: number, scale = 0.01): Promise<void> => new Promise((done) => setTimeout(done, seconds * 1000 * scale));

/** Waits until Nets shows what it has not shown at once. */
const shown = (look: () => Promise<void>): Promise<void> => vi.waitFor(look, { timeout: 60_000, interval: 20 });

/** Unlike `once`, does not mind how the socket ends. */
const closed = (socket: Socket): Promise<void> => new Promise((done) => socket.once('close', () => done()));

/** The terminal that plays a scenario; `nth` where several do. */
function playing(scenario: ScenarioId, nth = 0): string {
  const found = trainingTerminals.filter((terminal) => terminal.scenario === scenario)[nth];
  if (found === undefined) throw new Error(`No terminal plays ${scenario}`);
  return found.terminalId;
}

describe('the directory', () => {
  it('has a terminal for every scenario, in two points of sale and in none', () => {
    expect(new Set(trainingTerminals.map(({ scenario }) => scenario))).toEqual(new Set(Object.keys(scenarios)));
    expect(new Set(trainingTerminals.map(({ pointOfSale }) => pointOfSale))).toEqual(new Set(['Vastaanotto', 'Rantasauna', null]));
    expect(trainingTerminals.some(({ pointOfSale }) => pointOfSale === TRAINING_POINT_OF_SALE)).toBe(true);
  });

  it('gives each a unique eight-digit id and a name that fits a list row', () => {
    expect(new Set(trainingTerminals.map(({ terminalId }) => terminalId)).size).toBe(trainingTerminals.length);
    expect(new Set(trainingTerminals.map(({ name }) => name)).size).toBe(trainingTerminals.length);
    for (const { terminalId, name } of trainingTerminals) {
      expect(terminalId).toMatch(/^71\d{6}$/);
      expect(name.length).toBeLessThanOrEqual(44);
    }
  });

  it('has exactly one inactive terminal, which would take money if an app sent it there', () => {
    expect(trainingTerminals.filter(({ active }) => !active).map(({ scenario }) => scenario)).toEqual(['approves']);
  });

  it('runs in true time unless the name says that it is shortened', () => {
    const served = trainingTerminals.filter(({ scenario }) => scenario.startsWith('nobody-pays'));
    for (const { name, scenario } of served) {
      const played = scenarios[scenario];
      if (played.kind !== 'serves') throw new Error('nobody-pays must be a terminal that serves');
      expect(played.guestTakesMs > 120_000).toBe(!name.includes('lyhennetty'));
    }
  });
});

describe('log-in and list', () => {
  it('answers with a JWT that carries its expiry, and with the terminals of the log-in', async () => {
    const { login } = await start({ clock: () => Date.UTC(2026, 10, 23), tokenLifetimeSeconds: 900 });
    expect(login.status).toBe(200);
    expect(member(login.body, 'username')).toBe(USERNAME);
    const payload: unknown = JSON.parse(Buffer.from(text(login.body, 'token').split('.')[1] ?? '', 'base64url').toString());
    expect(member(payload, 'exp')).toBe(Date.UTC(2026, 10, 23) / 1000 + 900);
    expect(member(login.body, 'terminals')).toContain(playing('not-connected'));
    expect(member(login.body, 'terminals')).not.toContain(playing('unlisted'));
  });

  it('refuses a wrong password with 401 and a reason', async () => {
    const { call } = await start();
    const answer = await call('POST', '/v1/login', { username: USERNAME, password: 'arvaus' });
    expect(answer).toMatchObject({ status: 401, body: { error: expect.any(String) } });
  });

  it('refuses a missing, a made-up, a tampered and an expired token with 401 as JSON', async () => {
    let now = Date.UTC(2026, 10, 23);
    const { call, bearer } = await start({ clock: () => now, tokenLifetimeSeconds: 900 });
    const [head, payload, signature] = bearer.split('.');
    for (const bad of [
      undefined,
      'bearer abc.def.ghi',
      'bearer junk',
      `${head}.${payload}x.${signature}`,
      bearer.replace('bearer', 'basic'),
    ]) {
      expect(await call('GET', '/v1/terminal', undefined, bad)).toMatchObject({ status: 401, body: { error: expect.any(String) } });
    }
    expect((await call('GET', '/v1/terminal', undefined, bearer)).status).toBe(200);
    expect((await call('GET', '/v1/terminal', undefined, bearer.replace('bearer', 'Bearer'))).status).toBe(200);
    now += 900_000;
    expect((await call('GET', '/v1/terminal', undefined, bearer)).status).toBe(401);
  });

  it('refuses a token of an earlier start', async () => {
    const { bearer } = await start();
    const { call } = await start();
    expect((await call('GET', '/v1/terminal', undefined, bearer)).status).toBe(401);
  });

  it('lists terminals with fields that nobody asked for', async () => {
    const { call, bearer } = await start();
    const { body } = await call('GET', '/v1/terminal', undefined, bearer);
    expect(member(body, 'terminals', 0, 'terminalId')).toBe(playing('approves'));
    expect(Object.keys(Object(member(body, 'terminals', 0))).length).toBeGreaterThan(1);
  });

  it('shows its own clock in the Date header', async () => {
    const { login } = await start({ clock: () => Date.UTC(2001, 1, 3, 4, 5, 6) });
    expect(login.headers.get('date')).toBe('Sat, 03 Feb 2001 04:05:06 GMT');
  });
});

describe('approvals', () => {
  it('answers one element with the record, our orderId, receipts and unknown fields', async () => {
    const { pay, simulator } = await start();
    const answer = await pay(playing('approves'), 1250, 'W-1');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ result: [{ orderId: 'W-1', cardType: 'VISA' }] });
    expect(member(answer.body, 'result', 'length')).toBe(1);
    const record = approvedRecord(answer);
    expect(record).toMatchObject({ Result: 0, TotalAmount: 1250, TipAmount: 0, SurchargeAmount: 0, CVM: 0, ResponseCode: '00' });
    expect(text(record, 'StanAuth')).toMatch(/^\d{6}$/);
    expect(text(record, 'TimeStamp')).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(record).toHaveProperty('Extension');
    expect(simulator.ledger.entries()).toMatchObject([
      { orderId: 'W-1', amount: 1250, outcome: 'charged', chargedMinor: 1250, stan: text(record, 'StanAuth'), kind: 'purchase' },
    ]);
  });

  it('speaks the other dialect elsewhere: 201, numeric strings, local time, empty CVM', async () => {
    const { pay } = await start({ clock: () => Date.UTC(2026, 6, 1, 21, 30, 5) });
    const answer = await pay(playing('approves-contactless'), 990, 'W-2');
    expect(answer.status).toBe(201);
    expect(approvedRecord(answer)).toMatchObject({ Result: '0', TotalAmount: '990', TipAmount: '0', CVM: '', TimeStamp: '20260702003005' });
  });

  it.each([
    ['adds-tip', 1259, { TotalAmount: 1384, TipAmount: 125 }, { chargedMinor: 1384, tipMinor: 125 }],
    ['adds-surcharge', 1000, { TotalAmount: '1050', SurchargeAmount: '50' }, { chargedMinor: 1050, surchargeMinor: 50 }],
    ['approves-half', 1251, { TotalAmount: '625' }, { chargedMinor: 625 }],
    ['asks-signature', 700, { TotalAmount: 700, CVM: 1 }, { chargedMinor: 700 }],
    ['approves-slowly', 700, { TotalAmount: 700 }, { chargedMinor: 700 }],
    ['pays-in-kronor', 1000, { TotalAmount: 1000 }, { chargedMinor: 1000 }],
  ] as const)('%s', async (scenario, amount, record, entry) => {
    const { pay, simulator } = await start();
    const answer = await pay(playing(scenario), amount, 'W-3');
    expect(approvedRecord(answer)).toMatchObject(record);
    expect(simulator.ledger.entries()).toMatchObject([{ ...entry, amount, outcome: 'charged', reason: 'approved' }]);
  });

  it('writes the other currency as JSON inside OptionalData', async () => {
    const { pay } = await start();
    const answer = await pay(playing('pays-in-kronor'), 1005, 'W-4');
    const optional: unknown = JSON.parse(text(approvedRecord(answer), 'OptionalData'));
    expect(optional).toEqual({ od: { dcc: { ccura: 'SEK', cam: '11457' } } });
  });

  it('takes the four true seconds of its scenario when nothing hurries it', async () => {
    const { pay } = await start({ timeScale: 1 });
    const before = performance.now();
    await pay(playing('approves-contactless'), 100, 'W-5');
    const took = performance.now() - before;
    expect(took).toBeGreaterThan(3_900);
    expect(took).toBeLessThan(30_000);
  });

  it('gives a refund what was asked, without a tip', async () => {
    const { pay, simulator } = await start();
    const answer = await pay(playing('adds-tip'), 500, 'W-6', 'returnOfGoods');
    expect(approvedRecord(answer)).toMatchObject({ Result: 0, TotalAmount: 500, TipAmount: 0 });
    expect(simulator.ledger.entries()).toMatchObject([{ kind: 'returnOfGoods', chargedMinor: 500 }]);
  });
});

describe('receipts', () => {
  it('hold no card number, say that this is training, and fit the width', async () => {
    const { pay, settings } = await start();
    for (const scenario of ['approves', 'asks-signature', 'adds-tip', 'declines-funds'] as const) {
      const { body } = await pay(playing(scenario), 123_456, 'W-7');
      const holder = member(body, 'result', 0) ?? member(body, 'failure');
      for (const copy of ['customerReceipt', 'merchantReceipt'] as const) {
        const lines = text(holder, copy).split('\r\n');
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(32);
        expect(lines.join('\n')).toContain(terminalTexts.fi.training);
        expect(lines.join('\n')).not.toMatch(/\d{13,19}|\d{6}\*+\d{4}/);
      }
    }
    expect(await settings(playing('approves'))).toMatchObject({ status: 200, body: { printerWidth: 32 } });
    expect(await settings(playing('approves'), { printerWidth: 24 })).toMatchObject({ body: { printerWidth: 24 } });
    const narrow = text((await pay(playing('approves'), 1, 'W-8')).body, 'result', 0, 'customerReceipt').split('\r\n');
    expect(Math.max(...narrow.map((line) => line.length))).toBeLessThanOrEqual(24);
    await settings(playing('approves'), { printerWidth: 0 });
    expect(member((await pay(playing('approves'), 1, 'W-9')).body, 'result', 0)).not.toHaveProperty('customerReceipt');
    expect((await settings(playing('approves'), { printerWidth: -1 })).status).toBe(400);
  });
});

describe('refusals', () => {
  it('declines with a 400 object, the response code, amount 0 and no orderId', async () => {
    const { pay, simulator } = await start();
    const answer = await pay(playing('declines-funds'), 1250, 'W-10');
    expect(answer.status).toBe(400);
    expect(member(answer.body, 'failure', 'error')).toBe(terminalTexts.fi.insufficientFunds);
    expect(failedRecord(answer)).toMatchObject({ Result: 2, TotalAmount: 0, ResponseCode: '51', RejectionSource: 'Host' });
    expect(JSON.stringify(answer.body)).not.toContain('W-10');
    expect(simulator.ledger.entries()).toMatchObject([{ orderId: 'W-10', outcome: 'not-charged', chargedMinor: 0, reason: 'declined' }]);
  });

  it('can decline with a 200 as well: the body decides', async () => {
    const { pay } = await start();
    const answer = await pay(playing('declines-expired'), 1250, 'W-11');
    expect(answer.status).toBe(200);
    expect(approvedRecord(answer)).toMatchObject({ Result: '2', TotalAmount: '0', StanAuth: '', ResponseCode: '54' });
    expect(member(answer.body, 'result', 0)).not.toHaveProperty('orderId');
  });

  it('says when the guest pressed stop: Result 2, empty StanAuth, cancelled text', async () => {
    const { pay, simulator } = await start();
    const full = await pay(playing('guest-stops'), 1250, 'W-12');
    expect(full).toMatchObject({ status: 400, body: { failure: { error: terminalTexts.fi.cancelled } } });
    expect(failedRecord(full)).toMatchObject({ Result: 2, StanAuth: '', TotalAmount: 0, CVM: '' });
    const bare = await pay(playing('guest-stops', 1), 1250, 'W-13');
    expect(failedRecord(bare)).toMatchObject({ Result: '2', RejectionReason: terminalTexts.sv.cancelled });
    expect(Object.keys(Object(member(bare.body, 'failure')))).toEqual(['localModeEventArgs']);
    expect(simulator.ledger.entries().map(({ reason }) => reason)).toEqual(['cancelled-by-guest', 'cancelled-by-guest']);
  });

  it('says busy as an object with 409 and as a bare string with 400, at once', async () => {
    const { pay, lookUp, simulator } = await start();
    expect(await pay(playing('occupied'), 1250, 'W-14')).toMatchObject({ status: 409, body: { failure: { error: 'Terminal busy' } } });
    expect(await pay(playing('occupied', 1), 1250, 'W-15')).toMatchObject({ status: 400, body: { failure: 'terminal busy' } });
    expect(simulator.ledger.entries()).toMatchObject([{ reason: 'busy', outcome: 'not-charged' }, { reason: 'busy' }]);
    expect(member((await lookUp(playing('occupied'))).body, 'result', 'orderId')).toMatch(/^KASSA2-/);
  });

  it('says 8013 for an unknown id, a stray id and a device that is off, in every call', async () => {
    const { pay, lookUp, administer, voidLast, settings, simulator } = await start();
    for (const id of [playing('unlisted'), '99999999', playing('not-connected')]) {
      const answers = [pay(id, 1250, 'W-16'), lookUp(id), administer(id, 'cancelAction'), administer(id, 'reconciliation')];
      for (const answer of await Promise.all([...answers, voidLast(id, 1250), settings(id)])) {
        expect(answer).toMatchObject({ status: 400, body: { failure: { error: expect.stringContaining('8013') } } });
      }
    }
    expect(simulator.ledger.entries().map(({ reason }) => reason)).toEqual([
      'unknown-terminal',
      'unknown-terminal',
      'unknown-terminal',
      'unknown-terminal',
      'not-connected',
      'not-connected',
    ]);
  });

  it('times out by itself with a time-out text', async () => {
    const { pay, simulator } = await start();
    const [shortened, full] = await Promise.all([
      pay(playing('nobody-pays-shortened'), 1250, 'W-17'),
      pay(playing('nobody-pays'), 1250, 'W-18'),
    ]);
    expect(shortened).toMatchObject({ status: 400, body: { failure: { error: terminalTexts.en.timedOut } } });
    expect(full).toMatchObject({ status: 400, body: { failure: { error: terminalTexts.fi.timedOut } } });
    expect(simulator.ledger.entries().map(({ reason }) => reason)).toEqual(['timed-out', 'timed-out']);
  });
});

// Where a test must act while the terminal still does something, the terminal takes whole seconds: a busy machine then comes in time too.
describe('one transaction at a time', () => {
  it('answers busy to a second sale, and to a service call, while the first runs and then is free again', async () => {
    const { pay, administer, simulator } = await start({ timeScale: 1 });
    const id = playing('approves');
    const first = pay(id, 1000, 'W-20');
    await trueSeconds(0.5, 1);
    expect((await pay(id, 2000, 'W-21')).status).toBe(409);
    expect((await administer(id, 'reconciliation')).status).toBe(409);
    expect(simulator.ledger.entries()).toMatchObject([{ outcome: 'running', endedAt: null }, { reason: 'busy' }]);
    expect(approvedRecord(await first)).toMatchObject({ Result: 0, TotalAmount: 1000 });
    expect(approvedRecord(await pay(id, 2000, 'W-22'))).toMatchObject({ Result: 0, TotalAmount: 2000 });
  });

  it('charges twice when the same orderId is sent twice: nothing here removes duplicates', async () => {
    const { pay, simulator } = await start();
    const first = await pay(playing('approves'), 1000, 'W-23');
    const second = await pay(playing('approves'), 1000, 'W-23');
    expect(text(approvedRecord(first), 'StanAuth')).not.toBe(text(approvedRecord(second), 'StanAuth'));
    expect(simulator.ledger.entries().map(({ chargedMinor }) => chargedMinor)).toEqual([1000, 1000]);
  });

  it('goes on at the terminal when the caller hangs up', async () => {
    const { simulator, bearer, lookUp } = await start();
    const hangUp = new AbortController();
    const abandoned = fetch(`${simulator.baseUrl}/v1/terminal/${playing('approves')}/transaction`, {
      method: 'POST',
      headers: { Authorization: bearer },
      body: JSON.stringify({ transactionType: 'purchase', amount: 1000, orderId: 'W-24' }),
      signal: hangUp.signal,
    });
    await expect.poll(() => simulator.ledger.entries()).toMatchObject([{ outcome: 'running' }]);
    hangUp.abort();
    await expect(abandoned).rejects.toThrow();
    await expect.poll(() => simulator.ledger.entries()).toMatchObject([{ outcome: 'charged' }]);
    await expect.poll(async () => (await lookUp(playing('approves'))).body).toMatchObject({ result: { orderId: 'W-24' } });
  });
});

describe('cancelAction', () => {
  it('is answered at once, apart from the verdict, which the open POST brings', async () => {
    const { pay, administer, simulator } = await start({ timeScale: 0.5 });
    const running = pay(playing('nobody-pays'), 1250, 'W-30');
    await expect.poll(() => simulator.ledger.entries().length).toBe(1);
    expect((await administer(playing('nobody-pays'), 'cancelAction')).status).toBe(200);
    expect(simulator.ledger.entries()).toMatchObject([{ outcome: 'running' }]);
    // A second wish changes nothing.
    expect((await administer(playing('nobody-pays'), 'cancelAction')).status).toBe(200);
    const verdict = await running;
    expect(verdict).toMatchObject({ status: 400, body: { failure: { error: terminalTexts.fi.cancelled } } });
    expect(failedRecord(verdict)).toMatchObject({ Result: 2, StanAuth: '' });
    expect(simulator.ledger.entries()).toMatchObject([{ outcome: 'not-charged', reason: 'cancelled-by-desk' }]);
  });

  it('comes too late once the card is with its issuer', async () => {
    const { pay, administer, simulator } = await start({ timeScale: 0.2 });
    const running = pay(playing('approves'), 1250, 'W-31');
    await expect.poll(() => simulator.ledger.entries().length).toBe(1);
    await trueSeconds(5.5, 0.2);
    expect((await administer(playing('approves'), 'cancelAction')).status).toBe(200);
    expect(approvedRecord(await running)).toMatchObject({ Result: 0 });
    expect(simulator.ledger.entries()).toMatchObject([{ outcome: 'charged' }]);
  });

  it('loses against the approval where the terminal plays that, which then comes sooner', async () => {
    const { pay, administer, simulator } = await start({ timeScale: 0.5 });
    const before = performance.now();
    const running = pay(playing('pays-although-cancelled'), 1250, 'W-32');
    await trueSeconds(4, 0.5);
    expect((await administer(playing('pays-although-cancelled'), 'cancelAction')).status).toBe(200);
    expect(approvedRecord(await running)).toMatchObject({ Result: '0', TotalAmount: '1250' });
    expect(performance.now() - before).toBeLessThan(20_000 * 0.5);
    expect(simulator.ledger.entries()).toMatchObject([{ outcome: 'charged', chargedMinor: 1250 }]);
  });

  it('is answered the same when nothing runs', async () => {
    const { administer } = await start();
    expect((await administer(playing('approves'), 'cancelAction')).status).toBe(200);
  });

  it('changes nothing at a terminal that hangs; the POST dies unanswered', async () => {
    const { pay, administer, simulator } = await start();
    const running = expect(pay(playing('hangs'), 1250, 'W-33')).rejects.toThrow();
    await trueSeconds(10);
    await administer(playing('hangs'), 'cancelAction');
    await running;
    expect(simulator.ledger.entries()).toMatchObject([{ outcome: 'not-charged', reason: 'timed-out' }]);
  });
});

describe('lookup', () => {
  it('has nothing to show at a terminal that never sold', async () => {
    const { lookUp } = await start();
    expect(await lookUp(playing('approves'))).toMatchObject({ status: 200, body: { result: {} } });
  });

  it('shows the transaction before while one runs and for some seconds after, then the latest', async () => {
    const { pay, lookUp } = await start({ timeScale: 2 });
    const id = playing('approves-contactless');
    await pay(id, 1000, 'W-40');
    expect(shownRecord(await lookUp(id))).toBeUndefined();
    await trueSeconds(4, 2);
    const second = pay(id, 2000, 'W-41');
    await trueSeconds(1, 2);
    expect((await lookUp(id)).body).toMatchObject({ result: { orderId: 'W-40', latestTransactionResult: { TotalAmount: '1000' } } });
    await second;
    expect((await lookUp(id)).body).toMatchObject({ result: { orderId: 'W-40' } });
    await trueSeconds(4, 2);
    expect((await lookUp(id)).body).toMatchObject({ result: { orderId: 'W-41', printText: { Text: expect.stringContaining('TOTALT') } } });
  });

  it('shows a rejection without orderId and with amount 0', async () => {
    const { pay, lookUp } = await start();
    await pay(playing('declines-funds'), 1250, 'W-42');
    await trueSeconds(4);
    const answer = await lookUp(playing('declines-funds'));
    expect(shownRecord(answer)).toMatchObject({ Result: 2, TotalAmount: 0 });
    expect(member(answer.body, 'result')).not.toHaveProperty('orderId');
  });

  it('proves an approval after Result 99', async () => {
    const { pay, lookUp, simulator } = await start();
    const answer = await pay(playing('unknown-99'), 1250, 'W-43');
    expect(approvedRecord(answer)).toMatchObject({ Result: 99, TotalAmount: 0, StanAuth: '' });
    expect(JSON.stringify(answer.body)).not.toContain('W-43');
    await trueSeconds(4);
    expect((await lookUp(playing('unknown-99'))).body).toMatchObject({
      result: { orderId: 'W-43', latestTransactionResult: { Result: 0, TotalAmount: 1250 } },
    });
    expect(simulator.ledger.entries()).toMatchObject([{ outcome: 'charged' }]);
  });

  it('proves an approval whose answer was lost with its socket', async () => {
    const { pay, lookUp, simulator } = await start();
    await expect(pay(playing('answer-lost'), 1250, 'W-44')).rejects.toThrow();
    expect(simulator.ledger.entries()).toMatchObject([{ outcome: 'charged', chargedMinor: 1250 }]);
    await shown(async () =>
      expect((await lookUp(playing('answer-lost'))).body).toMatchObject({
        result: { orderId: 'W-44', latestTransactionResult: { Result: '0', TotalAmount: '1250' } },
      }),
    );
  });

  it("shows another desk's sale when that came in between, and never ours", async () => {
    const { pay, lookUp, simulator } = await start();
    const id = playing('answer-lost-other-desk');
    await expect(pay(id, 1250, 'W-45')).rejects.toThrow();
    const seen = new Set<unknown>();
    for (let look = 0; look < 12; look += 1) {
      seen.add(member((await lookUp(id)).body, 'result', 'orderId'));
      await trueSeconds(0.6);
    }
    await shown(async () => expect(shownRecord(await lookUp(id))).toMatchObject({ Result: 0, TotalAmount: 2250 }));
    seen.add(member((await lookUp(id)).body, 'result', 'orderId'));
    expect([...seen].filter((orderId) => orderId !== undefined)).toEqual([expect.stringMatching(/^KASSA2-\d+$/)]);
    expect(simulator.ledger.entries()).toMatchObject([{ orderId: 'W-45', outcome: 'charged', chargedMinor: 1250 }]);
  });

  it('shows the same sum approved without orderId when a colleague keyed it in, though we charged nothing', async () => {
    const { pay, lookUp, simulator } = await start();
    const id = playing('answer-lost-keyed-by-hand');
    await expect(pay(id, 1250, 'W-46')).rejects.toThrow();
    await shown(async () => expect(shownRecord(await lookUp(id))).toMatchObject({ Result: 0, TotalAmount: 1250 }));
    const answer = await lookUp(id);
    expect(member(answer.body, 'result')).not.toHaveProperty('orderId');
    expect(simulator.ledger.entries()).toMatchObject([{ outcome: 'not-charged', reason: 'declined' }]);
  });

  it('shows a lost decline as a rejection that nothing ties to us', async () => {
    const { pay, lookUp } = await start();
    await expect(pay(playing('decline-lost'), 1250, 'W-47')).rejects.toThrow();
    await shown(async () =>
      expect(shownRecord(await lookUp(playing('decline-lost')))).toMatchObject({ Result: '2', TotalAmount: '0', StanAuth: '' }),
    );
    const answer = await lookUp(playing('decline-lost'));
    expect(JSON.stringify(answer.body)).not.toContain('W-47');
  });
});

describe('void and service', () => {
  it('voids the last transaction once, after some busy seconds, and leaves no orderId behind', async () => {
    const { pay, voidLast, lookUp, simulator } = await start({ timeScale: 2 });
    const id = playing('approves');
    await pay(id, 1250, 'W-50');
    expect((await voidLast(id, 1250)).status).toBe(409);
    await trueSeconds(4, 2);
    expect((await voidLast(id, 999)).status).toBe(400);
    const answer = await voidLast(id, 1250);
    expect(approvedRecord(answer)).toMatchObject({ Result: 0, TotalAmount: 1250 });
    await trueSeconds(4, 2);
    expect(await voidLast(id, 1250)).toMatchObject({ status: 400, body: { failure: { error: 'No transaction to void' } } });
    expect(member((await lookUp(id)).body, 'result')).not.toHaveProperty('orderId');
    expect(simulator.ledger.entries().map(({ kind, reason, voids }) => [kind, reason, voids])).toEqual([
      ['purchase', 'approved', null],
      ['void', 'busy', null],
      ['void', 'other-amount', null],
      ['void', 'approved', 1],
      ['void', 'nothing-to-void', null],
    ]);
  });

  it('voids whoever was last: a foreign sale too', async () => {
    const { pay, voidLast, simulator } = await start();
    await expect(pay(playing('answer-lost-other-desk'), 1000, 'W-51')).rejects.toThrow();
    await trueSeconds(6);
    // On a busy machine the foreign sale runs a little longer, and the terminal is busy until then.
    const voided = async () => approvedRecord(await voidLast(playing('answer-lost-other-desk'), 2000));
    await expect.poll(voided, { timeout: 60_000 }).toMatchObject({ Result: 0 });
    expect(simulator.ledger.entries().at(-1)).toMatchObject({ kind: 'void', outcome: 'charged', voids: null });
  });

  it('closes the session for everybody on the terminal', async () => {
    const { pay, administer } = await start();
    await pay(playing('approves'), 1250, 'W-52');
    const { body } = await administer(playing('approves'), 'reconciliation');
    expect(body).toMatchObject({
      result: { reconciliation: { header: { sessionNumber: 101 }, printText: { Text: expect.stringContaining('12.50') } } },
    });
    expect(approvedRecord(await pay(playing('approves'), 1250, 'W-53'))).toMatchObject({ SessionNumber: 102 });
  });

  it('answers service actions with administrative success and others with 400', async () => {
    const { administer } = await start();
    expect(approvedRecord(await administer(playing('approves'), 'downloadDataset'))).toMatchObject({ Result: 1 });
    expect((await administer(playing('approves'), 'openDrawer')).status).toBe(400);
  });
});

describe('bad input', () => {
  it('answers 404, 400 and 413 as JSON and charges nothing', async () => {
    const { simulator, call, bearer } = await start();
    const path = `/v1/terminal/${playing('approves')}/transaction`;
    const post = (body: string): Promise<Response> =>
      fetch(simulator.baseUrl + path, { method: 'POST', headers: { Authorization: bearer }, body });
    for (const body of ['', 'not json', '[]', 'null', '{"amount":', '"text"']) expect((await post(body)).status).toBe(400);
    for (const amount of [0, -1, 12.5, '1250', null, Number.MAX_SAFE_INTEGER, true]) {
      const body = JSON.stringify({ transactionType: 'purchase', amount, orderId: 'W-60' });
      expect((await post(body)).status).toBe(400);
    }
    for (const change of [{ transactionType: 'deposit' }, { transactionType: undefined }, { orderId: 7 }]) {
      expect((await post(JSON.stringify({ transactionType: 'purchase', amount: 1, orderId: 'W-61', ...change }))).status).toBe(400);
    }
    expect((await post(JSON.stringify({ padding: 'x'.repeat(200_000) }))).status).toBe(413);
    for (const [method, unknown] of [
      ['GET', '/'],
      ['GET', '/v1/nothing'],
      ['PATCH', path],
      ['GET', `${path}/more`],
      ['PUT', '/v1/terminal'],
    ] as const) {
      expect(await call(method, unknown, undefined, bearer)).toMatchObject({ status: 404, body: { error: expect.any(String) } });
    }
    expect((await call('POST', '/v1/login', [])).status).toBe(400);
    expect(simulator.ledger.entries()).toEqual([]);
  });

  it('survives bytes that are not HTTP, and bodies without end', async () => {
    const { simulator, login, call } = await start();
    const port = Number(new URL(simulator.baseUrl).port);
    for (const junk of [
      '\0\xff\x01garbage\r\n\r\n',
      'GET http://[ HTTP/1.1\r\nHost: localhost\r\n\r\n',
      'POST /v1/login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\n{"us',
    ]) {
      const socket = connect(port, '127.0.0.1');
      await once(socket, 'connect');
      socket.on('error', () => undefined);
      socket.resume();
      socket.end(junk, 'latin1');
      await closed(socket);
    }
    const endless = connect(port, '127.0.0.1');
    endless.on('error', () => undefined);
    endless.write('POST /v1/login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n\r\n');
    endless.write('x'.repeat(3_000_000));
    await closed(endless);
    expect(login.status).toBe(200);
    expect((await call('POST', '/v1/login', { username: USERNAME, password: PASSWORD })).status).toBe(200);
  });
});

describe('the ledger from outside', () => {
  it('is readable without a token, on loopback by its own names only', async () => {
    const { simulator, call, pay } = await start();
    await pay(playing('approves'), 1250, 'W-70');
    const answer = await call('GET', '/training/ledger');
    expect(answer.body).toEqual({ entries: simulator.ledger.entries() });
    const socket = connect(Number(new URL(simulator.baseUrl).port), '127.0.0.1');
    socket.end('GET /training/ledger HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n');
    const [first] = await once(socket, 'data');
    expect(String(first)).toMatch(/^HTTP\/1\.1 403/);
  });
});

describe('close', () => {
  it('ends open sockets, marks what ran as not charged, and may be repeated', async () => {
    const { simulator, pay } = await start();
    const running = expect(pay(playing('nobody-pays'), 1250, 'W-80')).rejects.toThrow();
    await expect.poll(() => simulator.ledger.entries().length).toBe(1);
    await simulator.close();
    await simulator.close();
    await running;
    expect(simulator.ledger.entries()).toMatchObject([{ outcome: 'not-charged', reason: 'switched-off' }]);
    await expect(fetch(simulator.baseUrl)).rejects.toThrow();
  });

  it('leaves nothing behind that keeps a process alive', () => {
    const training = new URL('../../electron/training/', import.meta.url).href;
    const program = `
      import { createNetsSimulator } from '${training}nets-simulator.ts';
      import { trainingTerminals } from '${training}training-terminals.ts';
      const simulator = await createNetsSimulator({ terminals: trainingTerminals, username: 'u', password: 'p' });
      const login = await fetch(simulator.baseUrl + '/v1/login', { method: 'POST', body: '{"username":"u","password":"p"}' });
      const { token } = await login.json();
      fetch(simulator.baseUrl + '/v1/terminal/${playing('nobody-pays')}/transaction', {
        method: 'POST', headers: { Authorization: 'bearer ' + token }, body: '{"transactionType":"purchase","amount":1}',
      }).catch(() => console.log('hung up'));
      while (simulator.ledger.entries().length === 0) await new Promise((done) => setTimeout(done, 5));
      await simulator.close();
    `;
    const child = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { timeout: 120_000, encoding: 'utf8' });
    expect(child).toMatchObject({ status: 0, signal: null, stdout: 'hung up\n' });
  });

  it('says when its port is taken', async () => {
    const { simulator } = await start();
    await expect(start({ port: Number(new URL(simulator.baseUrl).port) })).rejects.toThrow('EADDRINUSE');
  });
});
