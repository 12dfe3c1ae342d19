import { type Locator, type Page, test } from '@playwright/test';
import { type LinkRequest, signLink } from '../willba/sign-link.ts';
import { type RunResult, runProgram } from './program.ts';

export const LINK_KEY = 'link-key-of-the-tests';
export const WEBHOOK_SECRET = 'whsec_c2VjcmV0LW9mLXRoZS10ZXN0cy0xMjM0NTY3';

/** The `willba` part of the provisioning file; nobody listens at the address unless the test says who does. */
export const willbaOf = (webhookUrl = 'http://127.0.0.1:9/hook') => ({ webhookUrl, webhookSecret: WEBHOOK_SECRET, linkKey: LINK_KEY });

let requests = 0;

/** What Willba asks for: 42,00 € for a booking of its own, unless told otherwise. */
export function asked(more: Partial<LinkRequest> = {}): LinkRequest {
  requests += 1;
  const name = `${process.pid}-${requests}`;
  const exp = Math.floor(Date.now() / 1000) + 3_600;
  const who = { guest: 'Matti Mäkinen', operator: 'Liisa L.' };
  return { amount: 4_200, currency: 'EUR', reference: `V-${name}`, ...who, id: `request-${name}`, exp, ...more };
}
export const linkOf = (request: LinkRequest): string => signLink(request, LINK_KEY);

/** The link is opened while the program runs: the system starts it once more. On a busy machine that takes a while. */
export const openLink = (userDataDir: string, ...args: readonly string[]): Promise<RunResult> =>
  runProgram(userDataDir, args, { timeoutMs: 120_000 });

/** What stands on the screen of a request. */
export function requestOn(page: Page): Readonly<Record<'form' | 'waiting' | 'refused' | 'dismiss', Locator>> {
  const form = page.getByRole('region', { name: 'Maksupyyntö Willbasta', exact: true });
  return {
    form,
    waiting: page.getByRole('region', { name: 'Odottavat maksupyynnöt', exact: true }),
    refused: page.getByRole('alert').filter({ hasText: 'Linkkiä ei voitu käyttää' }),
    dismiss: form.getByRole('button', { name: 'Hylkää pyyntö', exact: true }),
  };
}

/** Fails early where the started process was killed for its slowness. */
export function endedWell({ code, said }: RunResult): void {
  test.expect({ code, said }).toEqual({ code: 0, said: [] });
}
