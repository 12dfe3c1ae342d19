import { randomUUID } from 'node:crypto';
import type { WillbaTest } from '../../shared/connections.ts';
import { networkCause } from '../../shared/network-cause.ts';
import { NO_SECRET } from '../outbox/ports.ts';
import type { PostEvent } from './ports.ts';

/** Sends one signed test event, which is about no payment, and tells what Willba answered. @param post null where Willba is told nothing */
export async function testWebhook(post: PostEvent | null): Promise<WillbaTest> {
  if (post === null) return { result: 'not-configured', status: null };
  const { kind, answer } = await post({ sequence: 0, id: `evt_test_${randomUUID()}`, body: JSON.stringify({ type: 'payment.test' }) });
  const { status, code } = answer;
  if (kind === 'accepted') return { result: 'ok', status };
  if (status !== null) return { result: 'refused', status };
  if (code === NO_SECRET) return { result: 'secrets-missing', status };
  return { result: networkCause(code) ?? 'unreachable', status, ...(code === null ? {} : { code }) };
}
