/** The URL parser's form of `::ffff:127.0.0.0/8` is included: it is this machine, reached through IPv6. */
const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\]|\[::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}\])$/;

/** @param hostname from the URL parser, which writes it in lower case and each address in one way. */
export const isLoopback = (hostname: string): boolean => LOOPBACK.test(hostname);
