import { type RawServer, type RawServerOptions, startRawServer } from '../raw-server/index.ts';
import type { LaunchedApp, LaunchOptions } from './launch.ts';
import type { Started } from './started.ts';

export interface RawDesk extends LaunchedApp {
  readonly raw: RawServer;
}

/** Names of the raw server's terminals: one for each sale, so that an unclear sale does not block the next one. */
export const rawTerminal = (index: number): string => `Pääte ${String(index + 1).padStart(2, '0')}`;

/** A desk whose Nets breaks HTTP on purpose and counts every byte. */
export async function openRawDesk(
  started: Started,
  {
    terminals: count = 1,
    launch = {},
    ...options
  }: Omit<RawServerOptions, 'terminals'> & { terminals?: number; launch?: LaunchOptions } = {},
): Promise<RawDesk> {
  const ids = Array.from({ length: count }, (_, index) => String(71_000_001 + index));
  const raw = await startRawServer({ ...options, terminals: ids });
  started.atEnd(() => raw.close());
  const terminals = ids.map((terminalId, index) => ({
    terminalId,
    name: rawTerminal(index),
    active: true,
    location: 'Aula',
    pointOfSale: 'Vastaanotto',
  }));
  const provision = started.provision({ baseUrl: raw.baseUrl, terminals });
  const launched = await started.launch({ ...launch, provision });
  await launched.desk.ready();
  await launched.desk.chooseTerminal(rawTerminal(0));
  return { ...launched, raw };
}
