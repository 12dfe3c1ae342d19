/** Why there was no answer, in the cases where somebody can act on it. Without zod, because the window uses it. */
export const networkCauses = [
  'proxy-login',
  'proxy-refused',
  'certificate-unsigned',
  'certificate-other-host',
  'certificate-expired',
  'name-not-found',
] as const;
export type NetworkCause = (typeof networkCauses)[number];

/** By the codes of Node and TLS, and those of `http/connection.ts`. */
const CODES: Readonly<Record<string, NetworkCause>> = {
  PROXY_407: 'proxy-login',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate-unsigned',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate-unsigned',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate-unsigned',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate-unsigned',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate-unsigned',
  CERT_UNTRUSTED: 'certificate-unsigned',
  CERT_SIGNATURE_FAILURE: 'certificate-unsigned',
  INVALID_CA: 'certificate-unsigned',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-other-host',
  HOSTNAME_MISMATCH: 'certificate-other-host',
  CERT_HAS_EXPIRED: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-expired',
  ENOTFOUND: 'name-not-found',
  EAI_AGAIN: 'name-not-found',
  EAI_NONAME: 'name-not-found',
  ENODATA: 'name-not-found',
};

/** @param code as it stands in the evidence, with the cause last: `LOGIN_UNREACHABLE PROXY_407` */
export function networkCause(code: string | null): NetworkCause | null {
  const last = code?.split(' ').at(-1) ?? '';
  if (Object.hasOwn(CODES, last)) return CODES[last] ?? null;
  return /^PROXY_(\d{3}|UNREADABLE)$/.test(last) ? 'proxy-refused' : null;
}
