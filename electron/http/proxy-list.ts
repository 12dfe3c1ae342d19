/** One way to reach a host. */
export type Route =
  | { readonly kind: 'direct' }
  /** A proxy that is used with CONNECT; `secure` means TLS to the proxy itself. */
  | { readonly kind: 'proxy'; readonly secure: boolean; readonly host: string; readonly port: number };

const DIRECT: Route = { kind: 'direct' };

/**
 * Reads a PAC result such as `PROXY proxy.example:8080; DIRECT`, in its order. Kinds that cannot be used here (SOCKS) are left out. An
 * empty list means that the system demands a route that this program does not support.
 */
export function parseProxyList(list: string): readonly Route[] {
  const entries = list
    .split(';')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  if (entries.length === 0) return [DIRECT];
  return entries.flatMap((entry) => parseEntry(entry) ?? []);
}

function parseEntry(entry: string): Route | null {
  if (/^DIRECT$/i.test(entry)) return DIRECT;
  const found = /^(PROXY|HTTP|HTTPS)\s+(?:\[([0-9a-f:.]+)\]|([^\s:/[\]]+))(?::(\d{1,5}))?$/i.exec(entry);
  const [, kind, ipv6, name, port] = found ?? [];
  const host = ipv6 ?? name;
  if (kind === undefined || host === undefined) return null;
  const secure = kind.toUpperCase() === 'HTTPS';
  return { kind: 'proxy', secure, host, port: port === undefined ? (secure ? 443 : 80) : Number.parseInt(port, 10) };
}
