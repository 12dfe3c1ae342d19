import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { Program } from '../../../electron/program/compose.ts';
import type { CommandInput, Snapshot } from '../../../shared/ipc/contract.ts';
import { type ConnectCloud, startConnectCloud } from '../../support/connect-cloud/index.ts';
import { type ProvisioningOverrides, testCredentials } from '../../support/provisioning.ts';
import { type SharedStrapi, startSharedStrapi } from '../../support/strapi/shared-strapi.ts';
import { composeForTest, sale } from './program.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

export interface Property {
  readonly strapi: SharedStrapi;
  readonly cloud: ConnectCloud;
  newFolder(): string;
  /** A desk's program, without its window. */
  desk(options?: {
    folder?: string;
    pointOfSale?: string;
    training?: boolean;
    tokens?: { token: string; outboxToken?: string } | null;
  }): Program;
}

/** Several desks of one property, at one Strapi and one Connect@Cloud server. */
export async function property(): Promise<Property> {
  const strapi = await startSharedStrapi();
  ends.push(() => strapi.goAway());
  const cloud = await startConnectCloud(testCredentials);
  ends.push(() => cloud.close());
  const newFolder = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'willba-pos-desks-'));
    ends.push(() => rmSync(folder, { recursive: true, force: true }));
    return folder;
  };
  const both = { token: strapi.readToken, outboxToken: strapi.outboxToken };
  return {
    ...{ strapi, cloud, newFolder },
    desk({ folder = newFolder(), pointOfSale = 'Vastaanotto', training = false, tokens = both } = {}) {
      const shared = tokens === null ? {} : { strapi: { baseUrl: strapi.baseUrl, ...tokens } };
      const overrides = { pointOfSale, ...shared } as ProvisioningOverrides;
      const program = composeForTest(folder, cloud.baseUrl, undefined, { overrides, training });
      ends.push(() => program.close());
      return program;
    },
  };
}

export async function shownBy(program: Program): Promise<Snapshot> {
  const snapshot = await program.execute('snapshot', null);
  if (!snapshot.ok) throw new Error(snapshot.error.code);
  return snapshot.value;
}

type Sale = CommandInput<'startSale'>;

/** Settles when the list of terminals was read: without one nothing is sold. */
export async function opened(program: Program): Promise<void> {
  const deadline = performance.now() + 20_000;
  while ((await shownBy(program)).terminals.sections.length === 0) {
    if (performance.now() > deadline) throw new Error('no terminals were read');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** @throws Error if it is refused, or asked about. */
export async function sell(program: Program, more: Partial<Sale> = {}): Promise<string> {
  await opened(program);
  const begun = await program.execute('startSale', { ...sale(), ...more });
  if (!begun.ok) throw new Error(JSON.stringify(begun.error));
  return begun.value.paymentId;
}
