import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { selfSignedCertificate } from '../../support/connect-cloud/index.ts';
import { afterThisTest } from '../nets/set-up.ts';
import { listeningServer } from './servers.ts';

const CALL = join(import.meta.dirname, 'one-call.ts');
const COUNT = join(import.meta.dirname, 'count-trusted.ts');

/** A folder with an authority that nobody but this test knows, in each form in which a variable may name it. */
function planted(cert: string) {
  const folder = mkdtempSync(join(tmpdir(), 'willba-tls-'));
  afterThisTest(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'authority.pem');
  const authorities = join(folder, 'authorities');
  const keys = join(folder, 'keys');
  writeFileSync(file, cert);
  for (const made of [authorities, keys]) mkdirSync(made);
  writeFileSync(join(authorities, '0.pem'), cert);
  return { file, authorities, keys };
}

type Planted = ReturnType<typeof planted>;
type Environment = Readonly<Record<string, string>>;

const call = async (baseUrl: string, environment: Environment): Promise<string> => {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', ...environment };
  return (await promisify(execFile)(process.execPath, ['--no-warnings', CALL, baseUrl], { env })).stdout;
};

test.each<[string, (at: Planted) => Environment]>([
  ['NODE_TLS_REJECT_UNAUTHORIZED', () => ({ NODE_TLS_REJECT_UNAUTHORIZED: '0' })],
  ['NODE_EXTRA_CA_CERTS', ({ file }) => ({ NODE_EXTRA_CA_CERTS: file })],
  ['SSL_CERT_FILE', ({ file }) => ({ SSL_CERT_FILE: file })],
  ['SSL_CERT_DIR', ({ authorities }) => ({ SSL_CERT_DIR: authorities })],
  ['NODE_OPTIONS', () => ({ NODE_OPTIONS: '--tls-min-v1.0 --tls-cipher-list=ALL:@SECLEVEL=0 --use-system-ca' })],
  [
    'all of them',
    ({ file, authorities }) => ({
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
      NODE_EXTRA_CA_CERTS: file,
      SSL_CERT_FILE: file,
      SSL_CERT_DIR: authorities,
      NODE_USE_SYSTEM_CA: '1',
    }),
  ],
])('%s makes nobody trusted whom the system does not trust', async (_name, environment) => {
  const certificate = selfSignedCertificate();
  const server = await listeningServer(certificate);
  const said = await call(`https://127.0.0.1:${server.port}`, environment(planted(certificate.cert)));
  expect(JSON.parse(said)).toEqual({ code: expect.stringMatching(/CERT|SELF_SIGNED/), written: false });
  expect(server.accepted()).toBe(1);
  expect(server.heard()).toBe('');
});

test('the keys of a connection are written to no file', async () => {
  const certificate = selfSignedCertificate();
  const server = await listeningServer(certificate);
  const { keys } = planted(certificate.cert);
  const log = join(keys, 'keys.log');
  await call(`https://127.0.0.1:${server.port}`, { SSLKEYLOGFILE: log, NODE_OPTIONS: `--tls-keylog=${log}` });
  expect(server.accepted()).toBe(1);
  expect(readdirSync(keys)).toEqual([]);
});

const BUNDLE = '/etc/ssl/certs/ca-certificates.crt';

test.skipIf(!existsSync(BUNDLE)).each([
  ['nothing', {}],
  ['SSL_CERT_FILE', { SSL_CERT_FILE: '/nowhere/authorities.pem' }],
])('whom the system trusts stays trusted with %s set', async (_name, environment) => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', COUNT], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', ...environment },
  });
  const { system, trusted } = JSON.parse(stdout) as { system: number; trusted: number };
  expect(system).toBeGreaterThan(0);
  expect(trusted).toBe(system);
});
