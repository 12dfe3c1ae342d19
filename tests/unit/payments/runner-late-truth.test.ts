import { describe, expect, it } from 'vitest';
import { TIMES } from '../../../electron/payments/core/times.ts';
import { approved, lost, somebodyElsesSale } from '../../support/fakes/fake-card-terminal.ts';
import { ourProof, saleFacts, settlement as settled } from './sale-facts.ts';
import { openTill, type Till } from './till.ts';

/** A payment whose answer is lost and which no planned lookup could prove. */
async function unresolved(): Promise<Till> {
  const till = openTill();
  till.terminal.script.lookup.push(...Array.from({ length: TIMES.lookups.length }, () => somebodyElsesSale));
  const sale = await till.onTheWire();
  sale.answer(lost);
  await till.clock.advance(TIMES.lookups.at(-1) ?? 0);
  expect(till.state()).toMatchObject({ name: 'unresolved' });
  return till;
}

const charged = settled(true);
const notCharged = settled(false);

describe('a named person settles what nothing can prove', () => {
  it('keeps the word, marked as a person’s', async () => {
    const till = await unresolved();
    expect(till.runner.settle(saleFacts.id, charged)).toEqual({ ok: true, value: null });
    expect(till.state()).toEqual({ name: 'settled-by-person', settlement: charged, approval: null });
    expect(till.provenLate).toEqual([]);
  });

  it('is refused while lookups may still prove it, and twice', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    expect(till.runner.settle(saleFacts.id, charged)).toEqual({ ok: false, error: 'not-possible-now' });
    sale.answer(lost);
    await till.clock.advance(0);
    expect(till.runner.settle(saleFacts.id, charged)).toEqual({ ok: false, error: 'not-possible-now' });

    const other = await unresolved();
    other.runner.settle(saleFacts.id, notCharged);
    expect(other.runner.settle(saleFacts.id, charged).ok).toBe(false);
    expect(other.state()).toMatchObject({ settlement: notCharged });
  });
});

describe('an approval that nobody expects any more', () => {
  it('is announced after a person settled otherwise: the look before the next sale still finds it', async () => {
    const till = await unresolved();
    till.runner.settle(saleFacts.id, notCharged);
    till.terminal.script.lookup.push(ourProof);
    await expect(till.runner.lookBeforeSale(saleFacts.terminalId ?? '', null)).resolves.toEqual({ provenPaid: true });
    expect(till.state()).toMatchObject({ name: 'settled-by-person', settlement: notCharged, approval: { chargedMinor: 1250 } });
    expect(till.provenLate).toEqual([saleFacts.id]);
  });

  it('survives a restart between the person’s word and the look', async () => {
    const before = await unresolved();
    before.runner.settle(saleFacts.id, notCharged);
    const till = before.restart();
    till.terminal.script.lookup.push(ourProof);
    await expect(till.runner.lookBeforeSale(saleFacts.terminalId ?? '', null)).resolves.toEqual({ provenPaid: true });
    expect(till.state()).toMatchObject({ approval: { chargedMinor: 1250 } });
    expect(till.provenLate).toEqual([saleFacts.id]);
  });

  it('is not looked for once a newer sale of this PC went to the terminal', async () => {
    const till = await unresolved();
    till.runner.settle(saleFacts.id, notCharged);
    const newer = await till.onTheWire({ id: 'payment-2', orderId: 'W-2' });
    newer.answer(approved(1250));
    await till.clock.advance(0);
    const asked = till.moments('lookup').length;
    await till.runner.lookBeforeSale(saleFacts.terminalId ?? '', null);
    expect(till.moments('lookup')).toHaveLength(asked);
  });

  it('is not looked for where the person said that the card was charged', async () => {
    const till = await unresolved();
    till.runner.settle(saleFacts.id, charged);
    const asked = till.moments('lookup').length;
    await expect(till.runner.lookBeforeSale(saleFacts.terminalId ?? '', null)).resolves.toEqual({ provenPaid: false });
    expect(till.moments('lookup')).toHaveLength(asked);
  });

  it('is announced when a released payment is paid after all', async () => {
    const till = openTill();
    const sale = await till.onTheWire();
    till.terminal.script.cancelAction.push('failed');
    await till.clock.advance(TIMES.releaseAllowed);
    till.runner.release(saleFacts.id);
    sale.answer(approved(1250));
    await till.clock.advance(0);
    expect(till.state()).toMatchObject({ name: 'approved' });
    expect(till.provenLate).toEqual([saleFacts.id]);
  });

  it('is announced before its proof is written, so that a kill between the two cannot silence it', async () => {
    const till = openTill();
    till.terminal.script.lookup.push(ourProof);
    const known: string[][] = [];
    till.journal.failsFor = (_paymentId, row) => {
      if (row.state.name === 'approved') known.push([...till.provenLate]);
      return null;
    };
    const sale = await till.onTheWire();
    sale.answer(lost);
    await till.clock.advance(TIMES.lookups[0]);
    expect(known).toEqual([[saleFacts.id]]);
    expect(till.provenLate).toEqual([saleFacts.id]);
  });

  it('is announced when a lookup proves it, and never for a payment that the desk waits for', async () => {
    const looked = openTill();
    looked.terminal.script.lookup.push(ourProof);
    const sale = await looked.onTheWire();
    sale.answer(lost);
    await looked.clock.advance(TIMES.lookups[0]);
    expect(looked.provenLate).toEqual([saleFacts.id]);

    const waited = openTill();
    const other = await waited.onTheWire();
    other.answer(approved(1250));
    await waited.clock.advance(0);
    expect(waited.state()).toMatchObject({ name: 'approved' });
    expect(waited.provenLate).toEqual([]);
  });
});
