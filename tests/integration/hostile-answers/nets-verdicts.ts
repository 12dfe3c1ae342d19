import { expect } from 'vitest';
import type { NetsCardTerminal } from '../../../electron/nets/nets-card-terminal.ts';
import { judgeLookup } from '../../../electron/payments/core/evidence.ts';
import type { SaleOutcome, WireEvidence } from '../../../electron/payments/core/outcome.ts';
import type { Answered } from '../../../electron/payments/ports.ts';
import type { RawRequest } from '../../support/raw-server/request-reader.ts';
import { routeOf } from '../../support/raw-server/routes.ts';
import { type Answer, bodySeen } from './answers.ts';
import { membersOf, parsed } from './json-text.ts';
import { allowedBy, refusalsIn, saysFailureBeside, seenBy } from './judge.ts';
import { AMOUNT, OURS, TERMINAL } from './nets-bodies.ts';

/**
 * Complains where a client went too far on an answer.
 * @returns whether the answer got as far as an answer of its kind can: past everything that turns junk away at the door
 */
export type Verdict<T> = (told: T, answer: Answer, asked: readonly RawRequest[]) => boolean;
type Told<Call extends 'cancelAction' | 'listTerminals' | 'lookup'> = Awaited<ReturnType<NetsCardTerminal[Call]>>;

/** The body that the evidence tells of. It must have been sent by this very answer. */
function bodyIn(evidence: WireEvidence, answer: Answer): string {
  expect(JSON.stringify(evidence).length).toBeLessThan(5_000);
  const text = seenBy(evidence, answer);
  if (evidence.status !== null) expect(text).not.toBeNull();
  return text ?? '';
}

export const ofMoneyBy =
  (method: 'POST' | 'DELETE'): Verdict<Answered<SaleOutcome>> =>
  ({ outcome, evidence }, answer, asked) => {
    const text = bodyIn(evidence, answer);
    const allowed = allowedBy(parsed(text), OURS);
    if (answer.delivery.early) expect(asked.length).toBeLessThanOrEqual(1);
    else expect(asked).toMatchObject([{ method, complete: true }]);
    if (answer.body.contradictory && asked.length > 0) expect(outcome.kind).toBe('unknown');
    switch (outcome.kind) {
      case 'approved':
        expect(allowed.approved).toContain(outcome.approval.chargedMinor);
        expect(saysFailureBeside(parsed(text))).toBe(false);
        if (method === 'DELETE') expect(outcome.approval.chargedMinor).toBe(AMOUNT);
        break;
      case 'rejected':
        expect(allowed.rejected).toBe(true);
        break;
      case 'refused':
        judgeRefusal(outcome.reason, evidence.status, text, answer, asked);
        break;
      case 'unknown':
        expect(['answer-lost', 'unreadable']).toContain(outcome.cause);
    }
    return evidence.record !== null;
  };

function judgeRefusal(reason: string, status: number | null, text: string, answer: Answer, asked: readonly RawRequest[]): void {
  if (status === null) {
    expect(reason).toBe('not-sent');
    expect(asked).toHaveLength(0);
    return;
  }
  expect(status).toBeLessThan(500);
  expect(answer.headers.join('\n')).not.toMatch(/html/);
  expect(refusalsIn(text, status)).toContain(reason);
}

/** A token that Nets refuses is renewed, and a call that moves no money is then made once more. */
function expectOnceOrRenewed(answer: Answer, asked: readonly RawRequest[], status: number | null): void {
  const times = asked.filter((request) => routeOf(request) !== 'login').length;
  expect(times).toBeLessThanOrEqual(status === 401 || status === 403 ? 2 : 1);
  if (!answer.delivery.early) expect(times).toBeGreaterThan(0);
}

export const ofLookup: Verdict<Told<'lookup'>> = ({ outcome, evidence }, answer, asked) => {
  const text = bodyIn(evidence, answer);
  expectOnceOrRenewed(answer, asked, evidence.status);
  expect(['record', 'no-transaction', 'unreadable', 'unreachable', 'not-authorised']).toContain(outcome.kind);
  if (answer.body.contradictory) expect(outcome.kind).not.toBe('record');
  const judgement = judgeLookup(outcome, { orderId: OURS, terminalId: TERMINAL });
  if (judgement.proof === 'approved') {
    // Nothing else is asked than what stands in the result.
    const { approved, namesOurs } = allowedBy(membersOf(parsed(text))?.get('result'), OURS);
    expect(namesOurs).toBe(true);
    expect(approved).toContain(judgement.approval.chargedMinor);
  }
  return outcome.kind === 'record';
};

export const ofCancel: Verdict<Told<'cancelAction'>> = ({ outcome, evidence }, answer, asked) => {
  const text = bodyIn(evidence, answer);
  expectOnceOrRenewed(answer, asked, evidence.status);
  expect(['delivered', 'failed']).toContain(outcome);
  if (outcome === 'delivered') {
    expect(String(evidence.status)).toMatch(/^2\d\d$/);
    expect(membersOf(parsed(text)) !== null || text.trim() === '').toBe(true);
    expect(saysFailureBeside(parsed(text))).toBe(false);
  }
  return evidence.record !== null || evidence.failureText !== null;
};

export const ofList: Verdict<Told<'listTerminals'>> = (told, answer) => {
  if (!told.ok) expect(['not-authorised', 'unreachable', 'unreadable']).toContain(told.error);
  const ids = told.ok ? told.value : [];
  for (const id of ids) expect(bodySeen(answer, (bytes) => bytes.includes(JSON.stringify(id).slice(1, -1)))).not.toBeNull();
  return ids.length > 0;
};

/** Of a log-in with a sale after it, whose own answer is an approval. */
export const ofLogin: Verdict<{
  readonly cleared: Awaited<ReturnType<NetsCardTerminal['clear']>>;
  readonly sold: Answered<SaleOutcome>;
}> = ({ cleared, sold }, answer, asked) => {
  if (!cleared.ok) expect(['not-authorised', 'not-sent']).toContain(cleared.error);
  if (!cleared.ok && cleared.error === 'not-authorised') expect(answer.statusLine).toMatch(/ (?:400|401|403|422|423) /);
  const sales = asked.filter((request) => routeOf(request) === 'transaction');
  expect(['approved', 'refused']).toContain(sold.outcome.kind);
  expect(sales).toHaveLength(sold.outcome.kind === 'approved' ? 1 : 0);
  for (const { headers } of sales) {
    const token = /^bearer ([!-~]+)$/.exec(headers['authorization'] ?? '')?.[1];
    expect(token).toBeDefined();
    expect(bodySeen(answer, (bytes) => bytes.includes(`"token":"${token}"`))).not.toBeNull();
  }
  return sales.length > 0;
};
