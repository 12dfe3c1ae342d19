import type { ConnectionTest } from '../../shared/connections.ts';
import { networkCause } from '../../shared/network-cause.ts';
import { isPlaceHidden } from '../../shared/terminal.ts';
import type { NetsAnswer, NetsTerminalList, SourceAnswer, TerminalSource } from './ports.ts';

/** Asks Nets and Strapi for their lists at the same time. Nothing is sent to a terminal. */
export async function testConnections({
  nets,
  strapi,
  failures,
}: {
  readonly nets: NetsTerminalList;
  /** Null for a customer without Strapi. */
  readonly strapi: TerminalSource | null;
  /** The network's code for why the last call to each got no answer. */
  readonly failures: Readonly<Record<'nets' | 'strapi', () => string | null>>;
}): Promise<Pick<ConnectionTest, 'nets' | 'strapi'>> {
  const [netsList, strapiList] = await Promise.all([nets.list(), strapi?.list() ?? null]);
  const right = strapiList?.ok === true && strapiList.value.some(isPlaceHidden) ? ({ result: 'right-missing' } as const) : {};
  return { nets: asTested(netsList, failures.nets()), strapi: { ...asTested(strapiList, failures.strapi()), ...right } };
}

function asTested(list: NetsAnswer | SourceAnswer | null, code: string | null): ConnectionTest['nets'] {
  if (list === null) return { result: 'not-configured', terminals: null };
  if (list.ok) return { result: 'ok', terminals: list.value.length };
  if (list.error !== 'unreachable' || code === null) return { result: list.error, terminals: null };
  return { result: networkCause(code) ?? 'unreachable', terminals: null, code };
}
