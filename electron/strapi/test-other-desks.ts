import type { OtherDesksTest } from '../../shared/connections.ts';
import type { StrapiPayments } from './strapi-payments.ts';

const LIMIT_MS = 10_000;
/** Hardly anybody's; whether there is one makes no difference. */
const NO_REFERENCE = 'Willba POS';

/** Whether the other desks' payments can be read, and this PC's written. Writes nothing. @param payments null without Strapi */
export async function testOtherDesks(payments: Pick<StrapiPayments, 'read' | 'tryWriting'> | null): Promise<OtherDesksTest> {
  if (payments === null) return { reading: 'not-configured', writing: 'not-configured' };
  const since = new Date(0).toISOString();
  const [read, refused] = await Promise.all([payments.read({ reference: NO_REFERENCE, since }, LIMIT_MS), payments.tryWriting()]);
  return { reading: 'failure' in read ? read.failure : 'ok', writing: refused ?? 'ok' };
}
