import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import { Worker } from 'node:worker_threads';

let shared: Promise<SecureContext> | undefined;

/**
 * Whom an https connection to Nets may trust: the system's certificate authorities (a company's own proxy is only in
 * there) and Node's bundled ones. Read once, at the first https call, never at start.
 */
export function trustedAuthorities(): Promise<SecureContext> {
  shared ??= readSystemCertificates().then((system) => createSecureContext({ ca: [...new Set([...system, ...rootCertificates])] }));
  return shared;
}

/**
 * In a thread of its own: Node reads the store synchronously, which took six seconds on a cold disk, and in the main
 * thread that would be six seconds of a window that does not answer. A store that cannot be read leaves the bundled
 * authorities, which know Nets' public host.
 */
function readSystemCertificates(): Promise<readonly string[]> {
  const read = "require('node:worker_threads').parentPort.postMessage(require('node:tls').getCACertificates('system'))";
  return new Promise((resolve) => {
    const worker = new Worker(read, { eval: true });
    worker.once('message', (certificates: readonly string[]) => resolve(certificates));
    worker.once('error', () => resolve([]));
    worker.once('exit', () => resolve([]));
  });
}
