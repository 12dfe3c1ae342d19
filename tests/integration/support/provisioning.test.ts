import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import { provisionedTerminals, provisioningFile, writeProvisioningFile } from '../../support/provisioning.ts';

it('builds the file of interfaces.md around a Nets address', () => {
  const file = provisioningFile({ baseUrl: 'http://127.0.0.1:1', operators: ['Maija V.'], pointOfSale: 'Ravintola' });
  expect(file).toMatchObject({ version: 1, currency: 'EUR', nets: { baseUrl: 'http://127.0.0.1:1', username: 'test-user' } });
  expect([file.operators, file.pointOfSale, file.terminals]).toEqual([['Maija V.'], 'Ravintola', provisionedTerminals]);
  expect(provisioningFile()).not.toHaveProperty('nets');
  expect(provisioningFile({ without: ['terminals', 'support'] })).not.toHaveProperty('terminals');
});

it('writes it to disk', () => {
  const dir = mkdtempSync(join(tmpdir(), 'willba-provisioning-'));
  const path = writeProvisioningFile(join(dir, 'new'), { baseUrl: 'http://127.0.0.1:1' });
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(provisioningFile({ baseUrl: 'http://127.0.0.1:1' }));
  rmSync(dir, { recursive: true });
});
