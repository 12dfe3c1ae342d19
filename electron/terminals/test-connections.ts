import type { ConnectionTest } from '../../shared/connections.ts';
import type { NetsAnswer, NetsTerminalList, SourceAnswer, TerminalSource } from './ports.ts';

/** Asks Nets and Strapi for their lists, side by side. Nothing goes to a terminal. */
export async function testConnections({
  nets,
  strapi,
}: {
  readonly nets: NetsTerminalList;
  /** Null for a customer without Strapi. */
  readonly strapi: TerminalSource | null;
}): Promise<ConnectionTest> {
  const [netsList, strapiList] = await Promise.all([nets.list(), strapi?.list() ?? null]);
  return { nets: asTested(netsList), strapi: asTested(strapiList) };
}

function asTested(list: NetsAnswer | SourceAnswer | null): ConnectionTest['nets'] {
  if (list === null) return { result: 'not-configured', terminals: null };
  return list.ok ? { result: 'ok', terminals: list.value.length } : { result: list.error, terminals: null };
}
