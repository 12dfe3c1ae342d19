import { randomInt } from 'node:crypto';
import type { Server } from 'node:http';

/**
 * Below the ports that a system gives to outgoing connections. While Willba is down nobody is given its port by chance, and a sender
 * that tries it cannot be connected to itself.
 */
const PORTS = [20_000, 32_000] as const;

export async function listenOnSomePort(server: Server): Promise<number> {
  for (let left = 50; ; left -= 1) {
    const port = randomInt(...PORTS);
    try {
      await listen(server, port);
      return port;
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

export function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Also ends the connections that are open, as when the machine goes down. */
export function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

export function openConnections(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.getConnections((error, count) => (error === null ? resolve(count) : reject(error)));
  });
}
