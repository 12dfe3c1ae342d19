import { describe, expect, it } from 'vitest';
import { buildDirectory, type DirectoryFacts } from '../../../electron/terminals/directory.ts';
import type { Terminal } from '../../../shared/terminal.ts';

const YESTERDAY = '2026-11-22T10:00:00.000Z';
const TODAY = '2026-11-23T10:00:00.000Z';

const terminal = (terminalId: string, name: string, more: Partial<Terminal> = {}): Terminal => ({
  terminalId,
  name,
  active: true,
  location: '',
  pointOfSale: 'Vastaanotto',
  ...more,
});
const T1 = terminal('71000001', 'Päätelaite 1');

const facts = (more: Partial<DirectoryFacts> = {}): DirectoryFacts => ({
  terminals: [T1],
  pointOfSale: 'Vastaanotto',
  chosen: null,
  nets: 'connected',
  listed: { ids: new Set([T1.terminalId]), at: TODAY },
  strapi: 'connected',
  definedAsOf: TODAY,
  isDefined: true,
  lastAttempt: () => null,
  ...more,
});
const statusOf = (more: Partial<DirectoryFacts>) => buildDirectory(facts(more)).sections[0]?.terminals[0]?.status;

describe("a terminal's light", () => {
  it('is green with its age where Nets lists it and the last attempt did not fail', () => {
    expect(statusOf({})).toEqual({ light: 'green', asOf: TODAY });
    expect(statusOf({ lastAttempt: () => ({ failed: null, at: YESTERDAY }) })).toEqual({ light: 'green', asOf: TODAY });
  });

  it('is red where Nets does not list it', () => {
    expect(statusOf({ listed: { ids: new Set(), at: TODAY } })).toEqual({ light: 'red', reason: 'unknown-id', asOf: TODAY });
  });

  it('is red where the last attempt did not reach it', () => {
    const lastAttempt = () => ({ failed: 'not-connected', at: YESTERDAY }) as const;
    expect(statusOf({ lastAttempt })).toEqual({ light: 'red', reason: 'not-connected', asOf: YESTERDAY });
  });

  it('is put right where Nets has listed the id since an attempt that failed for it', () => {
    expect(statusOf({ lastAttempt: () => ({ failed: 'unknown-id', at: YESTERDAY }) })).toEqual({ light: 'green', asOf: TODAY });
    const since = { ids: new Set([T1.terminalId]), at: YESTERDAY };
    expect(statusOf({ listed: since, lastAttempt: () => ({ failed: 'unknown-id', at: TODAY }) })).toMatchObject({ reason: 'unknown-id' });
  });

  it.each(['connected', 'unreachable', 'unknown'] as const)('is red for an inactive one whatever else is known (Nets %s)', (nets) => {
    expect(statusOf({ nets, terminals: [{ ...T1, active: false }] })).toMatchObject({ light: 'red', reason: 'inactive' });
  });

  it('is red for a bad record, with the age of the list', () => {
    expect(statusOf({ terminals: [{ ...T1, fault: 'bad-name' }] })).toEqual({ light: 'red', reason: 'bad-name', asOf: TODAY });
  });

  it.each([
    ['unreachable', 'nets-unreachable'],
    ['not-authorised', 'not-authorised'],
    ['secrets-missing', 'secrets-missing'],
  ] as const)('is red while Nets is %s, and tells what was known last, and when', (nets, reason) => {
    const earlier = { ids: new Set([T1.terminalId]), at: YESTERDAY };
    expect(statusOf({ nets, listed: earlier })).toEqual({ light: 'red', reason, asOf: YESTERDAY, lastKnown: 'ready' });
    expect(statusOf({ nets, listed: { ids: new Set(), at: YESTERDAY } })).toMatchObject({ reason, lastKnown: 'unknown-id' });
    expect(statusOf({ nets, listed: earlier, lastAttempt: () => ({ failed: 'not-connected', at: TODAY }) })).toEqual({
      light: 'red',
      reason,
      asOf: TODAY,
      lastKnown: 'not-connected',
    });
    expect(statusOf({ nets, listed: null })).toEqual({ light: 'red', reason, asOf: null });
  });

  it('is not known before Nets has answered in this run, whatever an earlier one heard', () => {
    for (const nets of ['unknown', 'not-configured'] as const) {
      expect(statusOf({ nets, listed: { ids: new Set([T1.terminalId]), at: YESTERDAY } })).toEqual({ light: 'unknown' });
      expect(statusOf({ nets, listed: { ids: new Set(), at: YESTERDAY } })).toEqual({ light: 'unknown' });
      expect(statusOf({ nets, listed: null })).toEqual({ light: 'unknown' });
    }
  });

  it('stays as Nets gives it while Strapi is away, and is as old as the customer’s list', () => {
    expect(statusOf({ strapi: 'unreachable', definedAsOf: YESTERDAY })).toEqual({ light: 'green', asOf: YESTERDAY });
    expect(statusOf({ strapi: 'not-configured', definedAsOf: null })).toEqual({ light: 'green', asOf: TODAY });
    expect(statusOf({ terminals: [{ ...T1, active: false }], definedAsOf: YESTERDAY })).toMatchObject({ asOf: YESTERDAY });
    expect(buildDirectory(facts({ strapi: 'unreachable', definedAsOf: YESTERDAY }))).toMatchObject({
      strapi: 'unreachable',
      definedAsOf: YESTERDAY,
    });
  });
});

describe('the list', () => {
  const names = (more: Partial<DirectoryFacts>) =>
    buildDirectory(facts(more)).sections.map((section) => [section.pointOfSale, ...section.terminals.map(({ name }) => name)]);
  const here = terminal('71000010', 'Päätelaite 10');
  const there = terminal('71000003', 'Ääri', { pointOfSale: 'Sauna' });
  const nowhere = terminal('71000004', 'Zeta', { pointOfSale: null });

  it("has this PC's point of sale first and everything else last, as Finnish sorts and numbers count", () => {
    expect(names({ terminals: [there, here, nowhere, T1] })).toEqual([
      ['Vastaanotto', 'Päätelaite 1', 'Päätelaite 10'],
      [null, 'Zeta', 'Ääri'],
    ]);
  });

  it('has one group where this PC has no place, or a place without terminals', () => {
    expect(names({ terminals: [there, nowhere], pointOfSale: null })).toEqual([[null, 'Zeta', 'Ääri']]);
    expect(names({ terminals: [there], pointOfSale: 'Vastaanotto' })).toEqual([[null, 'Ääri']]);
    expect(names({ terminals: [] })).toEqual([]);
    // Typed on two systems: a letter with its dots, and a letter and dots.
    const apart = { ...T1, pointOfSale: 'Päävastaanotto'.normalize('NFD') };
    expect(names({ terminals: [apart], pointOfSale: 'Päävastaanotto' })).toEqual([['Päävastaanotto', 'Päätelaite 1']]);
  });

  it("names this PC's terminal as it is now, and as it was when it is gone", () => {
    expect(buildDirectory(facts({ chosen: { ...T1, name: 'Entinen nimi' } })).chosen?.name).toBe('Päätelaite 1');
    expect(buildDirectory(facts({ chosen: there })).chosen).toMatchObject({ name: 'Ääri', status: { light: 'red', reason: 'missing' } });
  });
});
