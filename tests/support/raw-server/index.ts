/** A raw TCP server that breaks HTTP on purpose and counts every byte that reaches it. */
export { type Fault, faults } from './faults.ts';
export type { RawRequest } from './request-reader.ts';
export type { RawCharge, Route } from './routes.ts';
export { type RawServer, type RawServerOptions, type RequestCount, startRawServer } from './server.ts';
