import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file that support hands over, as interfaces.md has it. */
export interface ProvisioningFile {
  readonly version: number;
  readonly property: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly support: { readonly name: string; readonly phone: string };
  readonly operators?: readonly string[];
  readonly nets?: { readonly baseUrl: string; readonly username: string; readonly password: string };
  readonly strapi?: { readonly baseUrl: string; readonly token: string; readonly outboxToken: string };
  readonly willba?: { readonly webhookUrl: string; readonly webhookSecret: string; readonly linkKey: string | readonly string[] };
  readonly pointOfSale?: string;
  readonly merchant?: { readonly name: string; readonly businessId: string; readonly address: readonly string[] };
  readonly terminals?: readonly ProvisionedTerminal[];
}

export interface ProvisionedTerminal {
  readonly terminalId: string;
  readonly name: string;
  readonly active: boolean;
  readonly location: string;
  readonly pointOfSale: string | null;
}

export interface ProvisioningOverrides extends Partial<ProvisioningFile> {
  /** Where the Nets server of this test listens; without it (and without `nets`) the file has no `nets`. */
  readonly baseUrl?: string;
  readonly username?: string;
  readonly password?: string;
  /** Members to leave out. */
  readonly without?: readonly (keyof ProvisioningFile)[];
}

/** The login of every test server that is not told otherwise. */
export const testCredentials = { username: 'test-user', password: 'test-password' } as const;

/** Two in the desk's point of sale, one elsewhere, one nowhere, and one that is inactive. */
export const provisionedTerminals: readonly ProvisionedTerminal[] = [
  { terminalId: '71000001', name: 'Päätelaite I', active: true, location: 'Aula', pointOfSale: 'Vastaanotto' },
  { terminalId: '71000002', name: 'Päätelaite II', active: true, location: 'Aula', pointOfSale: 'Vastaanotto' },
  { terminalId: '71000003', name: 'Ravintolan päätelaite', active: true, location: 'Ravintola', pointOfSale: 'Ravintola' },
  { terminalId: '71000004', name: 'Varapääte', active: true, location: 'Varasto', pointOfSale: null },
  { terminalId: '71000005', name: 'Vanha pääte', active: false, location: 'Varasto', pointOfSale: null },
];

/** Without `operators`, so that nobody is asked for a name unless the test wants it. */
export function provisioningFile(overrides: ProvisioningOverrides = {}): ProvisioningFile {
  const { baseUrl, username = testCredentials.username, password = testCredentials.password, without = [], ...rest } = overrides;
  const file: ProvisioningFile = {
    version: 1,
    property: 'Hotelli Esimerkki',
    currency: 'EUR',
    timeZone: 'Europe/Helsinki',
    support: { name: 'Willba tuki', phone: '+358 10 000 0000' },
    ...(baseUrl === undefined ? {} : { nets: { baseUrl, username, password } }),
    pointOfSale: 'Vastaanotto',
    terminals: provisionedTerminals,
    ...rest,
  };
  return Object.fromEntries(Object.entries(file).filter(([name]) => !without.some((left) => left === name))) as unknown as ProvisioningFile;
}

/** Returns the path for `--provision=`. */
export function writeProvisioningFile(dir: string, overrides: ProvisioningOverrides = {}, name = 'provisioning.json'): string {
  mkdirSync(dir, { recursive: true });
  const path = join(dir, name);
  writeFileSync(path, `${JSON.stringify(provisioningFile(overrides), null, 2)}\n`);
  return path;
}
