import { createSecureContext, type SecureContext } from 'node:tls';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createNetsCardTerminal } from '../../../electron/nets/nets-card-terminal.ts';
import { createStrapiPayments } from '../../../electron/strapi/strapi-payments.ts';
import { createStrapiTerminals } from '../../../electron/strapi/strapi-terminals.ts';
import { createWebhook } from '../../../electron/willba/webhook.ts';
import { type Certificate, selfSignedCertificate } from '../../support/connect-cloud/index.ts';
import { afterThisTest, credentials, notAborted, saleRequest } from '../nets/set-up.ts';
import { listeningServer, tunnel } from './servers.ts';

const DAY_MS = 86_400_000;
const daysFromNow = (days: number): Date => new Date(Date.now() + days * DAY_MS);

/** What may be wrong with a certificate. `known`: its authority is trusted, so that only the other thing is wrong. */
const wrong: readonly (readonly [name: string, host: string, certificate: () => Certificate, known: boolean])[] = [
  ['nobody signed it', '127.0.0.1', () => selfSignedCertificate(), false],
  ['it is for another address', '127.0.0.1', () => selfSignedCertificate({ ipAddress: [10, 9, 8, 7] }), true],
  ['it is for another name', 'localhost', () => selfSignedCertificate({ dnsName: 'elsewhere.example' }), true],
  ['it is over', '127.0.0.1', () => selfSignedCertificate({ validFrom: daysFromNow(-9), validTo: daysFromNow(-1) }), true],
  ['it is of the future', '127.0.0.1', () => selfSignedCertificate({ validFrom: daysFromNow(1) }), true],
];

const trustIn = ({ cert }: Certificate): SecureContext => createSecureContext({ ca: cert });

/** Everything that this program says over TLS: the log-in with its password, a sale, a list, Strapi's list with its token, what other desks and Willba are told. */
const callers: readonly (readonly [string, (baseUrl: string, trusted: SecureContext | null, pac: string) => Promise<unknown>])[] = [
  [
    'Nets',
    async (baseUrl, trusted, pac) => {
      const options = { baseUrl, credentials: () => credentials, resolveProxy: async () => pac };
      const terminal = createNetsCardTerminal(trusted === null ? options : { ...options, trusted });
      afterThisTest(() => terminal.dispose());
      const onWritten = vi.fn();
      const { outcome } = await terminal.sale(saleRequest, { onWritten, signal: notAborted() });
      return [outcome, await terminal.listTerminals(), onWritten.mock.calls.length];
    },
  ],
  [
    'Strapi',
    async (baseUrl, trusted, pac) => {
      const options = { baseUrl, token: () => 'strapi-token', resolveProxy: async () => pac };
      const source = createStrapiTerminals(trusted === null ? options : { ...options, trusted });
      afterThisTest(() => source.dispose());
      return source.list();
    },
  ],
  [
    'Strapi, of payments',
    async (baseUrl, trusted, pac) => {
      const told = { baseUrl, token: () => 'read-token', outboxToken: () => 'write-token', now: Date.now };
      const options = { ...told, writer: () => ({ installation: 'desk-one', desk: null }), resolveProxy: async () => pac };
      const payments = createStrapiPayments(trusted === null ? options : { ...options, trusted });
      afterThisTest(() => payments.dispose());
      return payments.read({ since: '2026-11-01T00:00:00.000Z', reference: 'R-1' }, 10_000);
    },
  ],
  [
    'Willba',
    async (baseUrl, trusted, pac) => {
      const secrets = () => ['whsec_bmV3LXNlY3JldC1vZi13aWxsYmEtMTIzNDU2'];
      const options = { url: `${baseUrl}/hook`, secrets, now: Date.now, elapsed: () => performance.now(), resolveProxy: async () => pac };
      const webhook = createWebhook(trusted === null ? options : { ...options, trusted });
      afterThisTest(() => webhook.dispose());
      const { kind, answer } = await webhook.post({ sequence: 1, id: 'evt_1', body: '{}' });
      return kind === 'failed' && answer.status === null ? 'unreachable' : { kind, answer };
    },
  ],
];

describe.each([['0'], [undefined]])('with NODE_TLS_REJECT_UNAUTHORIZED=%s', (variable) => {
  beforeEach(() => vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', variable));
  afterEach(() => vi.unstubAllEnvs());

  describe.each(callers)('%s', (_service, call) => {
    describe.each(wrong)('is told not one byte where %s', (_name, host, makeCertificate, known) => {
      test.each(['direct', 'through a proxy', 'through a proxy that is reached by TLS'] as const)('%s', async (way) => {
        const certificate = makeCertificate();
        const server = await listeningServer(certificate);
        const front = selfSignedCertificate({ subject: 'the proxy' });
        const proxy = way === 'direct' ? null : await tunnel(way === 'through a proxy' ? null : front);
        const trusted = known ? createSecureContext({ ca: [certificate.cert, front.cert] }) : proxy === null ? null : trustIn(front);
        const told = await call(`https://${host}:${server.port}`, trusted, proxy?.pac ?? 'DIRECT');
        expect(server.heard()).toBe('');
        expect(server.accepted()).toBeGreaterThan(0);
        if (proxy !== null) expect(proxy.asked[0]).toBe(`CONNECT ${host}:${server.port} HTTP/1.1`);
        expect(JSON.stringify(told)).toMatch(/not-sent|unreachable/);
      });

      test('it is the proxy’s own, and a proxy is not told even where to', async () => {
        const server = await listeningServer(selfSignedCertificate());
        const certificate = makeCertificate();
        const proxy = await tunnel(certificate);
        const pac = proxy.pac.replace('127.0.0.1', host);
        await call(`https://127.0.0.1:${server.port}`, known ? trustIn(certificate) : null, pac);
        expect(proxy.asked).toEqual([]);
        expect(server.accepted()).toBe(0);
      });
    });

    test('is spoken to where everything is right', async () => {
      const certificate = selfSignedCertificate();
      for (const host of ['127.0.0.1', 'localhost']) {
        const server = await listeningServer(certificate);
        const proxy = await tunnel(certificate);
        await call(`https://${host}:${server.port}`, trustIn(certificate), proxy.pac);
        expect(server.heard()).toMatch(/^(POST \/hook|GET \/api\/pos-payments|POST \/v1\/login|GET \/api\/payment-terminals)/);
      }
    });
  });
});
