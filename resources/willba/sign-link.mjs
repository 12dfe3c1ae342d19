import { createHmac } from 'node:crypto';

/** `amount` in cents, `exp` in Unix seconds, `id` new for every link. `reference` may be empty; leave `guest` or `operator` out. */
export function signLink({ amount, currency, reference, guest, operator, id, exp }, linkKey) {
  const query = Object.entries({ amount, currency, reference, guest, operator, id, exp })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  const sig = createHmac('sha256', linkKey).update(query).digest('base64url');
  return `willba-pos://pay?${query}&sig=${sig}`;
}
