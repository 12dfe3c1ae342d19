import type { Socket } from 'node:net';

export interface Place {
  readonly connection: number;
  readonly reused: boolean;
}

/** Numbers the connections by their first request, and tells which requests were not the first on theirs. */
export function createConnections(): { next(socket: Socket): Place } {
  const known = new WeakMap<Socket, number>();
  let count = 0;
  return {
    next(socket) {
      const connection = known.get(socket);
      if (connection !== undefined) return { connection, reused: true };
      count += 1;
      known.set(socket, count);
      return { connection: count, reused: false };
    },
  };
}
