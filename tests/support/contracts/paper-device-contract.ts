import { describe, expect, it } from 'vitest';
import { layOut } from '../../../electron/paper/layout.ts';
import type { PaperDevice, PrintEnd } from '../../../electron/paper/ports.ts';

/** What the system around a device does. */
export type PlayedSystem = {
  /** By name; null: the system does not say. */
  readonly printers: readonly string[] | null;
  readonly end: Extract<PrintEnd, 'printed' | 'cancelled' | 'refused' | 'failed'>;
  readonly makesPdf: boolean;
  /** What a person answers when they are asked where to save. */
  readonly saveTo: string | null;
};

const sheet = layOut({ title: 'Kuitti', language: 'fi', blocks: [{ look: 'text', lines: ['Kiitos'] }] }, '80');
const usual: PlayedSystem = { printers: ['kuitti', 'toimisto'], end: 'printed', makesPdf: true, saveTo: '/tmp/x.pdf' };

/** What every paper device does, the fake one too. */
export function paperDeviceContract(name: string, deviceIn: (system: PlayedSystem) => PaperDevice): void {
  const device = (more: Partial<PlayedSystem> = {}): PaperDevice => deviceIn({ ...usual, ...more });

  describe(`a paper device: ${name}`, () => {
    it('names the printers, or says that it cannot', async () => {
      const found = await device().printers();
      expect(found.ok && found.value.map((printer) => printer.name)).toEqual(['kuitti', 'toimisto']);
      expect(await device({ printers: [] }).printers()).toEqual({ ok: true, value: [] });
      expect((await device({ printers: null }).printers()).ok).toBe(false);
    });

    it.each(['printed', 'cancelled', 'refused', 'failed'] as const)('tells a job that is %s', async (end) => {
      expect(await device({ end }).print(sheet, { printer: 'kuitti', dialog: false })).toBe(end);
      expect(await device({ end }).print(sheet, { printer: null, dialog: true })).toBe(end);
    });

    it('prints nothing where the wanted printer is gone, or there is none', async () => {
      for (const dialog of [false, true])
        expect(await device({ printers: ['toimisto'] }).print(sheet, { printer: 'kuitti', dialog })).toBe('printer-gone');
      expect(await device({ printers: [] }).print(sheet, { printer: 'kuitti', dialog: false })).toBe('no-printer');
    });

    it('makes a PDF, or null', async () => {
      expect((await device().pdf(sheet))?.length).toBeGreaterThan(0);
      expect(await device({ makesPdf: false }).pdf(sheet)).toBeNull();
    });

    it('asks where to save', async () => {
      expect(await device().askWhere('kuitti.pdf')).toBe('/tmp/x.pdf');
      expect(await device({ saveTo: null }).askWhere('kuitti.pdf')).toBeNull();
    });
  });
}
