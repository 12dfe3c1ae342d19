import { constants, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import { Worker } from 'node:worker_threads';

let shared: Promise<SecureContext> | undefined;

/**
 * Whom an https connection may trust: the system's certificate authorities (a company's own proxy is only in there) and Node's
 * bundled ones. Read once, at the first https call, never at start. Everything is named here: what is left out, Node takes from
 * the environment and from its command line.
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

/** A store that cannot be read leaves the bundled authorities, which know Nets' public host. */
export function systemCertificates(): Promise<readonly string[]> {
  // There, Node takes these files for the system's store, so whoever can set a variable would say who is trusted.
  const { SSL_CERT_FILE: file, SSL_CERT_DIR: folder } = process.env;
  const isNamedByEnvironment = process.platform === 'linux' && (file !== undefined || folder !== undefined);
  return isNamedByEnvironment ? readLinuxBundle() : readSystemStore();
}

/**
 * In a thread of its own: Node reads the store synchronously, which took six seconds on a cold disk, and in the main
 * thread that would be six seconds of a window that does not answer.
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

/** What the tools of Debian, Red Hat, SUSE and Alpine write for every program of the system. */
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
    // One that cannot be read would make the whole list unusable.
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
