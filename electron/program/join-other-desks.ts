import type { ReadPayments } from '../other-desks/looking.ts';
import { openOtherDesks } from '../other-desks/other-desks-part.ts';
import { failedPost, NO_SECRET } from '../outbox/ports.ts';
import { createSender } from '../outbox/sender.ts';
import type { Clock, PaymentJournal } from '../payments/ports.ts';
import type { PaymentRunner } from '../payments/runner/runner.ts';
import type { Storage } from '../storage/open-storage.ts';
import type { SharedEvent } from '../strapi/ports.ts';
import type { Calls } from './calls.ts';
import type { Changed } from './publication.ts';
import type { World } from './worlds.ts';

type Around = { readonly clock: Clock; readonly changed: Changed };

/** What the property's desks know of each other, by way of Strapi. Without one, or without a journal, this desk works alone. */
export function joinOtherDesks(world: World, storage: Storage, { payments }: Calls, runner: PaymentRunner, around: Around) {
  const { clock, changed } = around;
  const outbox = storage.outboxes.strapi;
  const isAlone = payments === null || storage.problem() !== null;
  const post = async (event: SharedEvent) => payments?.post(event) ?? failedPost({ status: null, code: NO_SECRET });
  return openOtherDesks({
    sharing: {
      ready: world.ready,
      mayShare: () => (isAlone ? null : (world.strapi?.mayShare() ?? null)),
      serve: outbox.serve,
      openSender: () => createSender({ outbox, post, clock, random: Math.random, statusChanged: () => changed('otherDesks') }),
    },
    read: isAlone ? null : withoutOwn(payments.read, storage.journal),
    find: (paymentId) => runner.find(paymentId) ?? storage.journal.byId(paymentId),
    ...{ clock, changed },
  });
}

/** A journal that was restored is known there by a new id, and the records of its own payments by the one before. */
function withoutOwn(read: ReadPayments, journal: Pick<PaymentJournal, 'byId'>): ReadPayments {
  return async (wanted, limitMs) => {
    const answer = await read(wanted, limitMs);
    return 'failure' in answer ? answer : { payments: answer.payments.filter(({ paymentId }) => journal.byId(paymentId) === null) };
  };
}
