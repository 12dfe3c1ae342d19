import { createSecureContext } from 'node:tls';
import { expect, test } from 'vitest';
import { judgeLogin, judgeStrapi } from '../../../electron/diagnostics/judge.ts';
import { createNetsCardTerminal } from '../../../electron/nets/nets-card-terminal.ts';
import { createStrapiTerminals } from '../../../electron/strapi/strapi-terminals.ts';
import { technicalLine } from '../../../renderer/payment/evidence-texts.ts';
import { checkDetail } from '../../../renderer/terminal/check-texts.ts';
import type { CheckResult } from '../../../shared/checks.ts';
import { selfSignedCertificate } from '../../support/connect-cloud/index.ts';
import { afterThisTest, credentials, notAborted, saleRequest } from '../nets/set-up.ts';
import { tcpServer } from '../nets/small-servers.ts';
import { listeningServer } from './servers.ts';

type Way = { readonly baseUrl: string; readonly pac?: string; readonly ca?: string };

const DAY_MS = 86_400_000;
const refusingProxy = async (status: string): Promise<string> => {
  const { port } = await tcpServer((socket) => {
    socket.once('data', () => socket.end(`HTTP/1.1 ${status}\r\ncontent-length: 0\r\n\r\n`));
  });
  return `PROXY 127.0.0.1:${port}`;
};
async function behind(options: Parameters<typeof selfSignedCertificate>[0], known: boolean): Promise<Way> {
  const certificate = selfSignedCertificate(options);
  const { port } = await listeningServer(certificate);
  return { baseUrl: `https://127.0.0.1:${port}`, ...(known ? { ca: certificate.cert } : {}) };
}

const faults: readonly (readonly [CheckResult['reason'], string, () => Promise<Way>])[] = [
  [
    'proxy-login',
    'PROXY_407',
    async () => ({ baseUrl: 'https://nets.invalid', pac: await refusingProxy('407 Proxy Authentication Required') }),
  ],
  ['proxy-refused', 'PROXY_403', async () => ({ baseUrl: 'https://nets.invalid', pac: await refusingProxy('403 Forbidden') })],
  ['certificate-unsigned', 'DEPTH_ZERO_SELF_SIGNED_CERT', () => behind({}, false)],
  ['certificate-other-host', 'ERR_TLS_CERT_ALTNAME_INVALID', () => behind({ ipAddress: [10, 9, 8, 7] }, true)],
  [
    'certificate-expired',
    'CERT_HAS_EXPIRED',
    () => behind({ validFrom: new Date(Date.now() - 9 * DAY_MS), validTo: new Date(Date.now() - DAY_MS) }, true),
  ],
  ['name-not-found', '(ENOTFOUND|EAI_AGAIN)', async () => ({ baseUrl: 'https://nets.invalid' })],
  ['unreachable', 'ECONNREFUSED', async () => ({ baseUrl: 'https://127.0.0.1:1' })],
];

const texts = new Map<CheckResult['reason'], readonly string[]>();

test.each(faults)('%s is told in the checks and in the evidence, with its code %s', async (reason, code, way) => {
  const { baseUrl, pac = 'DIRECT', ca } = await way();
  const options = { baseUrl, resolveProxy: async () => pac, ...(ca === undefined ? {} : { trusted: createSecureContext({ ca }) }) };
  const nets = createNetsCardTerminal({ ...options, credentials: () => credentials });
  const strapi = createStrapiTerminals({ ...options, token: () => 'token' });
  afterThisTest(() => {
    nets.dispose();
    strapi.dispose();
  });
  const results = [judgeLogin(await nets.listTerminals(), nets.lastFailure()), judgeStrapi(await strapi.list(), strapi.lastFailure())];
  for (const result of results)
    expect(result).toMatchObject({ result: 'failed', reason, code: expect.stringMatching(new RegExp(`^${code}$`)) });
  const { outcome, evidence } = await nets.sale(saleRequest, { onWritten: () => undefined, signal: notAborted() });
  // Whatever a proxy says, nobody's password is wrong by it.
  expect(outcome).toEqual({ kind: 'refused', reason: 'not-sent' });
  const line = technicalLine(
    { ...evidence, result: null, orderId: null, totalMinor: null, stan: null, timeStamp: null, responseCode: null, last4: null },
    'EUR',
    'Europe/Helsinki',
  );
  if (reason !== 'unreachable') expect(line).toMatch(new RegExp(code));
  const [login, list] = results.map((result) => checkDetail('login', result));
  expect(list).toBe(login);
  texts.set(reason, [login ?? '', line ?? '']);
});

test('no two of them read alike', () => {
  expect(texts.size).toBe(faults.length);
  for (const which of [0, 1])
    expect(new Set([...texts.values()].map((pair) => pair[which]?.replace(/\d+ ms/, ''))).size).toBe(faults.length);
});
