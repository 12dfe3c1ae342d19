import { createHmac, timingSafeEqual } from 'node:crypto';

/** The event, or null if it is not from Willba POS. `rawBody` is what came over the wire, before anything has parsed it. */
export function verifyWebhook(headers, rawBody, secret, now = Date.now()) {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures = '' } = headers;
  if (!(Math.abs(now / 1000 - Number(timestamp)) <= 300)) return null;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const expected = Buffer.from(`v1,${createHmac('sha256', key).update(`${id}.${timestamp}.`).update(rawBody).digest('base64')}`);
  const isValid = signatures
    .split(' ')
    .some((each) => each.length === expected.length && timingSafeEqual(Buffer.from(each, 'latin1'), expected));
  return isValid ? JSON.parse(rawBody) : null;
}
