import { describe, expect, it } from 'vitest';
import { isStopping, statusLines, waitingHeading } from '../../../renderer/payment/waiting-status.ts';
import type { Live } from '../../../shared/payment.ts';

type Waiting = Extract<Live, { phase: 'waiting' }>;
const waiting = (more: Partial<Waiting> = {}): Waiting => ({
  phase: 'waiting',
  writtenMsAgo: 10_000,
  cancelAskedBy: null,
  cancelDelivery: null,
  refresh: 'idle',
  ...more,
});
const said = (live: Live, left: number | null = 100): string[] => statusLines(live, null, left).map((line) => line.text);

describe('what the waiting screen says beside its name', () => {
  it('is nothing while the guest pays', () => {
    expect(said(waiting())).toEqual([]);
    expect(said({ phase: 'preparing', busyAnswers: 0 }, null)).toEqual([]);
  });

  it('is that the wish to cancel was made, whoever made it and however it fared', () => {
    for (const cancelDelivery of ['under-way', 'delivered', 'failed', null] as const) {
      expect(said(waiting({ cancelAskedBy: 'desk', cancelDelivery }))).toEqual(['Peruutusta pyydetty']);
    }
    expect(statusLines(waiting({ cancelAskedBy: 'deadline' }), null, 0)[0]?.more).toContain('120 sekuntia');
    expect(statusLines(waiting({ cancelAskedBy: 'desk', cancelDelivery: 'failed' }), null, 50)[0]).toMatchObject({
      more: 'Peruutuspyyntö ei mennyt perille. Paina STOP päätelaitteessa tai yritä uudelleen.',
      alarming: true,
    });
  });

  it('is one truth with the heading and the ring: asked, not arrived, or still waiting', () => {
    const heading = (live: Live) => [waitingHeading({ live, kind: 'sale' }), isStopping(live)];
    expect(heading(waiting())).toEqual(['Odottaa maksua', false]);
    for (const cancelDelivery of ['under-way', 'delivered', null] as const)
      for (const cancelAskedBy of ['desk', 'deadline'] as const)
        expect(heading(waiting({ cancelAskedBy, cancelDelivery }))).toEqual(['Maksua peruutetaan', true]);
    expect(heading(waiting({ cancelAskedBy: 'desk', cancelDelivery: 'failed' }))).toEqual(['Peruutus ei mennyt perille', false]);
    expect(waitingHeading({ live: waiting({ cancelAskedBy: 'desk' }), kind: 'refund' })).toBe('Palautusta peruutetaan');
    expect(waitingHeading({ live: waiting(), kind: 'void' })).toBe('Mitätöidään maksua');
  });

  it('is what Päivitä found', () => {
    expect(said(waiting({ refresh: 'still-running' }))).toEqual(['Maksu on vielä kesken']);
    expect(said(waiting({ cancelAskedBy: 'desk', refresh: 'still-running' }))).toEqual(['Peruutusta pyydetty', 'Maksu on vielä kesken']);
  });

  it('warns before the time is up, and waits for the terminal after it', () => {
    expect(said(waiting(), 21)).toEqual([]);
    expect(said(waiting(), 20)).toHaveLength(1);
    expect(said(waiting(), 0)).toEqual(['Odotetaan päätelaitteen vastausta']);
  });

  it('tells why a press came to nothing', () => {
    const error = { code: 'lookup-too-soon', moneyMoved: 'no', retry: 'safe', ref: '' } as const;
    expect(statusLines(waiting(), error, 100).map((line) => line.text)[0]).toContain('10 sekuntia');
  });
});
