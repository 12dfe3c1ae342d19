/** `::ffff:127.0.0.0/8` as the URL parser writes it is the same machine reached through IPv6. */
const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\]|\[::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}\])$/;

/** @param hostname as the URL parser gives it: lower case, numbers and IPv6 in one spelling. */
export const isLoopback = (hostname: string): boolean => LOOPBACK.test(hostname);
