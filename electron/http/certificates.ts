import { constants, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import { Worker } from 'node:worker_threads';

let shared: Promise<SecureContext> | undefined;

/**
 * The certificate authorities that an https connection trusts: the system's (a company's own proxy is only in there) and those that come
 * with Node. Read once, at the first https call and never at start. Every option is given here, because Node takes missing ones from the
 * environment and from its command line.
 */
export function trustedAuthorities(): Promise<SecureContext> {
  shared ??= systemCertificates().then((system) =>
    createSecureContext({
      ca: [...new Set([...system, ...rootCertificates])],
      minVersion: 'TLSv1.2',
      ciphers: constants.defaultCoreCipherList,
    }),
  );
  return shared;
}

/** If the system's store cannot be read, Node's own authorities remain. They are enough for Nets' public host. */
export function systemCertificates(): Promise<readonly string[]> {
  // On Linux, Node reads these files instead of the system's store. Whoever can set a variable could then decide who is trusted.
  const { SSL_CERT_FILE: file, SSL_CERT_DIR: folder } = process.env;
  const isNamedByEnvironment = process.platform === 'linux' && (file !== undefined || folder !== undefined);
  return isNamedByEnvironment ? readLinuxBundle() : readSystemStore();
}

/**
 * Reads the store in a worker thread. Node reads it synchronously, which took six seconds on a cold disk; on the main thread the window
 * would not answer for that long.
 */
function readSystemStore(): Promise<readonly string[]> {
  const read = "require('node:worker_threads').parentPort.postMessage(require('node:tls').getCACertificates('system'))";
  return new Promise((resolve) => {
    const worker = new Worker(read, { eval: true });
    worker.once('message', (certificates: readonly string[]) => resolve(certificates));
    worker.once('error', () => resolve([]));
    worker.once('exit', () => resolve([]));
  });
}

/** The files that Debian, Red Hat, SUSE and Alpine keep for all programs. */
const LINUX_BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
] as const;

async function readLinuxBundle(): Promise<readonly string[]> {
  for (const path of LINUX_BUNDLES) {
    const text = await readFile(path, 'latin1').catch(() => null);
    const found = text?.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
    // One unreadable certificate would make the whole list unusable.
    if (found.length > 0) return found.filter(isCertificate);
  }
  return [];
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).ca;
  } catch {
    return false;
  }
}
