import type { LookupAnswer } from '../../../electron/payments/core/outcome.ts';
import type { PaymentState } from '../../../electron/payments/core/state.ts';
import { TIMES } from '../../../electron/payments/core/times.ts';
import { approved, hostSaidNo, lost, type PendingSale, proofFor, somebodyElsesSale } from '../../support/fakes/fake-card-terminal.ts';
import { saleFacts } from './sale-facts.ts';
import { openTill, type Till } from './till.ts';

/** What can happen to a payment on the wire, in any order. The verdicts are the terminal's; the first one is the truth. */
export const acts = [
  'cancel',
  'cancel-answered',
  'approval',
  'decline',
  'charged-and-lost',
  'deadline',
  'give-up',
  'look',
  'release',
  'crash',
] as const;
/** The same with a second payment on the terminal. */
export const actsOfTwo = [
  'approval',
  'decline',
  'charged-and-lost',
  'look',
  'release',
  'crash',
  'next',
  'next-approval',
  'next-decline',
] as const;
export type Act = (typeof acts)[number] | (typeof actsOfTwo)[number];

type Order = {
  readonly id: string;
  readonly orderId: string;
  /** The request at the terminal; whoever sent it may be gone. */
  sale: PendingSale | null;
  charged: boolean;
  decided: boolean;
  /** Our own request's answer said "not charged" to a program that was there to hear it. */
  toldNo: boolean;
};

const FIRST = { id: saleFacts.id, orderId: saleFacts.orderId };
const NEXT = { id: 'payment-2', orderId: 'W-000002' };
const SUM = saleFacts.amountMinor;
const TERMINAL = saleFacts.terminalId ?? '';

/** One ordering, played on the real runner, with a truth of its own to be compared with. */
export class RaceWorld {
  private till: Till = openTill();
  private readonly orders: Order[] = [];
  readonly complaints: string[] = [];
  private posts = new Map<string, number>();

  async play(order: readonly Act[]): Promise<Record<string, PaymentState>> {
    await this.start(FIRST);
    for (const act of order) {
      const mayCancel = this.onTheWire();
      const wishes = this.till.terminal.cancels.length;
      await this.act(act);
      await this.answerLookups();
      if (this.till.terminal.cancels.length > wishes && !mayCancel) this.complain(`${act}: cancelAction without our own open request`);
      this.compare(act);
    }
    await this.comeToRest();
    this.compare('the end');
    this.compareEnds();
    return Object.fromEntries(this.orders.map(({ id }) => [id, this.till.state(id)]));
  }

  private async act(act: Act): Promise<void> {
    const [first] = this.orders;
    if (first === undefined) throw new Error('Nothing was started');
    switch (act) {
      case 'cancel':
        this.till.runner.cancel(first.id);
        break;
      case 'cancel-answered':
        this.till.terminal.cancels.find((wish) => !wish.answered())?.answer('delivered');
        break;
      case 'approval':
        this.decide(first, true, true);
        break;
      case 'decline':
        this.decide(first, false, true);
        break;
      case 'charged-and-lost':
        this.decide(first, true, false);
        break;
      case 'deadline':
        await this.advance(TIMES.deadline);
        break;
      case 'give-up':
        await this.advance(TIMES.givenUp);
        break;
      case 'look':
        await this.advance(TIMES.refreshRest);
        for (const { id } of this.orders) this.till.runner.refresh(id);
        break;
      case 'release':
        this.till.runner.release(first.id);
        break;
      case 'crash':
        this.count();
        this.till = this.till.restart();
        this.till.runner.recover();
        break;
      case 'next':
        await this.startNext(first);
        break;
      case 'next-approval':
        this.decide(this.orders[1], true, true);
        break;
      case 'next-decline':
        this.decide(this.orders[1], false, true);
        break;
    }
    await this.till.clock.settle();
  }

  private async start({ id, orderId }: typeof FIRST): Promise<void> {
    const sale = await this.till.onTheWire({ id, orderId });
    this.orders.push({ id, orderId, sale, charged: false, decided: false, toldNo: false });
  }

  /** As the desk does it: a look first, which the terminal answers at once, then the sale. */
  private async startNext(first: Order): Promise<void> {
    if (this.orders.length > 1) return;
    const looked = this.till.runner.lookBeforeSale(TERMINAL, null);
    await this.answerLookups();
    await looked;
    const { releasedAt } = this.till.journal.byId(first.id) ?? { releasedAt: null };
    const holds = releasedAt === null && ['created', 'sent', 'cancelling', 'checking'].includes(this.till.state(first.id).name);
    try {
      await this.start(NEXT);
      if (holds) this.complain('a second open payment on one terminal');
    } catch (cause) {
      if (!holds) this.complain(`the next sale did not start: ${String(cause)}`);
    }
  }

  /** The terminal decides once. A program that was restarted since does not hear it. */
  private decide(order: Order | undefined, charged: boolean, answered: boolean): void {
    if (order === undefined || order.decided) return;
    order.decided = true;
    order.charged = charged;
    const heard = order.sale !== null && this.till.terminal.sales.includes(order.sale);
    order.toldNo = heard && answered && !charged;
    order.sale?.answer(answered ? (charged ? approved(SUM) : hostSaidNo) : lost);
  }

  private onTheWire(): boolean {
    return this.orders.some(({ id, sale }) => {
      const { name } = this.till.state(id);
      const ours = sale !== null && this.till.terminal.sales.includes(sale) && !sale.answered();
      return ours && (name === 'sent' || name === 'cancelling');
    });
  }

  /** Nets shows the terminal's latest charge. What it shows of a refusal proves nothing, so that is left out. */
  private latest(): LookupAnswer {
    const last = this.orders.at(-1);
    return last?.charged === true ? proofFor(last.orderId, SUM) : somebodyElsesSale;
  }

  private async answerLookups(): Promise<void> {
    await this.till.clock.settle();
    for (const asked of this.till.terminal.lookups) if (!asked.answered()) asked.answer(this.latest());
    await this.till.clock.settle();
  }

  /** In steps, so that each lookup on the way is answered before the next is due. */
  private async advance(ms: number): Promise<void> {
    let left = ms;
    for (const step of [5_000, 5_000, 5_000, 15_000, 30_000, 60_000, 60_000, 60_000, 60_000]) {
      if (step > left) break;
      left -= step;
      await this.till.clock.advance(step);
      await this.answerLookups();
    }
    await this.till.clock.advance(left);
    await this.answerLookups();
  }

  /** An hour later somebody presses Päivitä: a charge that Nets showed only after the planned lookups is found then. */
  private async comeToRest(): Promise<void> {
    await this.advance(TIMES.givenUp);
    await this.advance(3_600_000);
    await this.act('look');
    await this.answerLookups();
  }

  private count(): void {
    for (const { orderId } of this.till.terminal.sales.map(({ request }) => request)) {
      this.posts.set(orderId, (this.posts.get(orderId) ?? 0) + 1);
    }
  }

  /** True at every moment: nothing is said about money that is not so, or that nobody told us. */
  private compare(when: string): void {
    for (const { id, charged, toldNo } of this.orders) {
      const { name } = this.till.state(id);
      if (name === 'approved' && !charged) this.complain(`${when}: ${id} approved and not charged`);
      const saysNo = name === 'declined' || name === 'cancelled' || name === 'timed-out' || name === 'refused';
      if (saysNo && charged) this.complain(`${when}: ${id} ${name} and charged`);
      if (saysNo && !toldNo) this.complain(`${when}: ${id} ${name} without our own request's answer`);
    }
  }

  private compareEnds(): void {
    this.count();
    for (const [orderId, posts] of this.posts) if (posts !== 1) this.complain(`${orderId} was sent ${posts} times`);
    const overwritten = this.orders.length > 1;
    this.orders.forEach(({ id, charged, toldNo }, index) => {
      const state = this.till.state(id);
      const known = charged ? 'approved' : toldNo ? 'declined' : 'unresolved';
      const lastSeen = index === this.orders.length - 1 || !overwritten;
      if (state.name === known) return;
      if (state.name === 'unresolved' && !lastSeen) return;
      this.complain(`${id} ends ${state.name}, not ${known}`);
    });
    for (const cause of this.till.broke) this.complain(`broke: ${String(cause)}`);
  }

  private complain(what: string): void {
    this.complaints.push(what);
  }
}

/** Every ordering of every selection of `length` acts. */
export function* orderings<T>(of: readonly T[], length: number): Generator<readonly T[]> {
  if (length === 0) {
    yield [];
    return;
  }
  for (const first of of) {
    for (const rest of orderings(
      of.filter((other) => other !== first),
      length - 1,
    ))
      yield [first, ...rest];
  }
}
