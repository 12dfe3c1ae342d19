import { createSecureContext, getCACertificates, rootCertificates, type SecureContext } from 'node:tls';

let shared: SecureContext | undefined;

/**
 * Whom an https connection to Nets may trust: the system's certificate authorities (a company's own proxy is only in
 * there) and Node's bundled ones. Reading and parsing them takes from tens of milliseconds to seconds on a cold disk, so
 * it happens once, at the first https call, never at start.
 */
export function trustedAuthorities(): SecureContext {
  shared ??= createSecureContext({ ca: [...new Set([...systemCertificates(), ...rootCertificates])] });
  return shared;
}

function systemCertificates(): readonly string[] {
  try {
    return getCACertificates('system');
  } catch {
    // A system store that cannot be read leaves the bundled authorities, which know Nets' public host.
    return [];
  }
}
