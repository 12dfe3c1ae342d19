import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../electron/system/clock.ts';
import type { PosErrorCode } from '../../../shared/errors.ts';
import type { CommandOutput } from '../../../shared/ipc/contract.ts';
import type { ReceiptCopyKind } from '../../../shared/paper-kinds.ts';
import { approve, approveThenCut, decline, hold } from '../../support/connect-cloud/index.ts';
import { createFakePaperDevice, type FakePaperDevice, textOf } from '../../support/fakes/fake-paper-device.ts';
import { idOf, paidDesk } from './paid-desk.ts';
import { sale, untilPayment } from './program.ts';

const merchant = { name: 'Esimerkki Oy', businessId: '1234567-8', address: ['Rantatie 1', '00100 Helsinki'] };
const CUSTOMER = ['   ASIAKKAAN KAPPALE', 'PÄÄTE           71000001', '', 'OSTO', 'YHTEENSÄ       EUR 12,50', '      HYVÄKSYTTY'];
const withTexts = (customerReceipt: string, merchantReceipt = 'KAUPPIAAN KAPPALE') =>
  approve({ elementExtra: { customerReceipt, merchantReceipt } });

let device: FakePaperDevice;
let folder = '';
beforeEach(() => {
  device = createFakePaperDevice();
  folder = mkdtempSync(join(tmpdir(), 'willba-pos-pdf-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = async (script = withTexts(CUSTOMER.join('\r\n'))) => {
  const desk = await paidDesk(script, systemClock, { paper: device, overrides: { merchant } });
  const { program } = desk;
  const choice = { printer: 'kuitti', paper: '80', dialog: false } as const;
  expect((await program.execute('choosePrinting', choice)).ok).toBe(true);
  return desk;
};
type Opened = Awaited<ReturnType<typeof open>>;
const print = (desk: Opened, copy: ReceiptCopyKind = 'customer', paymentId = desk.paidId) =>
  desk.program.execute('printReceipt', { paymentId, copy });
const save = (desk: Opened, copy: ReceiptCopyKind = 'customer') => desk.program.execute('saveReceiptPdf', { paymentId: desk.paidId, copy });
const shown = async (desk: Opened, paymentId = desk.paidId): Promise<CommandOutput<'receipt'>> => {
  const answer = await desk.program.execute('receipt', { paymentId });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
};
const codeOf = (answer: { readonly ok: boolean; readonly error?: { readonly code: PosErrorCode } }): PosErrorCode | undefined =>
  answer.error?.code;
const onPaper = (): string[] => device.papers.map(({ sheet }) => textOf(sheet));
const isCopy = (text: string): boolean => /^ *KOPIO$/m.test(text);

describe('a receipt that is printed', () => {
  it('is Nets’ text to the letter, under our head, on the printer of this PC', async () => {
    const desk = await open();
    expect(await print(desk)).toMatchObject({ ok: true, value: { outcome: 'printed' } });
    const [paper] = device.papers;
    expect(paper).toMatchObject({ printer: 'kuitti', dialog: false, sheet: { widthMm: 80 } });
    const lines = paper?.sheet.lines.map(({ text }) => text) ?? [];
    const at = lines.indexOf(CUSTOMER[0] ?? '');
    expect(lines.slice(at, at + CUSTOMER.length)).toEqual(CUSTOMER);
    expect(lines.some((line) => line.trim() === 'Y-tunnus 1234567-8')).toBe(true);
    // What the window shows is what came out.
    const { customer } = await shown(desk);
    expect(customer.lines.filter(({ text }) => text.trim() !== 'KOPIO' && text !== '')).toEqual(
      paper?.sheet.lines.filter(({ text }) => text !== ''),
    );
  });

  it('is an original once, and a copy from then on: each copy by itself, over a restart too', async () => {
    const desk = await open();
    await print(desk);
    await print(desk);
    await print(desk, 'merchant');
    expect(onPaper().map(isCopy)).toEqual([false, true, false]);
    await desk.restart();
    await print(desk, 'merchant');
    expect(isCopy(onPaper()[3] ?? '')).toBe(true);
    expect((await shown(desk)).customer.wasMade).toBe(true);
  });

  it('counts where nobody said that it was printed, and does not where nothing was', async () => {
    const desk = await open();
    device.ends.push('cancelled', 'refused', 'failed', 'unknown');
    expect(await print(desk)).toMatchObject({ value: { outcome: 'cancelled' } });
    expect(codeOf(await print(desk))).toBe('print-refused');
    expect(codeOf(await print(desk))).toBe('print-failed');
    expect((await shown(desk)).customer.wasMade).toBe(false);
    expect(await print(desk)).toMatchObject({ value: { outcome: 'unknown' } });
    expect((await shown(desk)).customer.wasMade).toBe(true);
    await print(desk);
    expect(onPaper().map(isCopy)).toEqual([false, true]);
  });

  it('counts where the program ends while it is under way', async () => {
    const desk = await open();
    let come: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => {
      come = resolve;
    });
    device.during = () => {
      come();
      return new Promise(() => undefined);
    };
    void print(desk);
    await arrived;
    await desk.restart();
    expect((await shown(desk)).customer.wasMade).toBe(true);
  });

  it('two presses at once make one original', async () => {
    const desk = await open();
    await Promise.all([print(desk), print(desk)]);
    expect(onPaper().map(isCopy).sort()).toEqual([false, true]);
  });

  it('says in a code of its own what stands in the way, and can be tried again', async () => {
    const desk = await open();
    device.has = [];
    expect(codeOf(await print(desk))).toBe('no-printer');
    device.has = [{ name: 'toinen', shownAs: 'Toinen' }];
    expect(codeOf(await print(desk))).toBe('printer-gone');
    device.has = [{ name: 'kuitti', shownAs: 'Kuittitulostin' }];
    expect(await print(desk)).toMatchObject({ value: { outcome: 'printed' } });
    expect(onPaper().map(isCopy)).toEqual([false]);
    device.has = null;
    expect(codeOf(await desk.program.execute('printers', null))).toBe('printers-unavailable');
  });

  it('shows the system’s dialog as long as no printer was chosen', async () => {
    const desk = await paidDesk(approve(), systemClock, { paper: device });
    await desk.program.execute('printReceipt', { paymentId: desk.paidId, copy: 'customer' });
    expect(device.papers[0]).toMatchObject({ printer: null, dialog: true });
  });
});

describe('a receipt that is saved', () => {
  it('is a file with a name that says what it is, and counts', async () => {
    const desk = await open();
    const target = join(folder, 'x.pdf');
    device.saveTo = target;
    expect(await save(desk)).toMatchObject({ value: { outcome: 'saved' } });
    expect(readFileSync(target, 'utf8')).toContain('HYVÄKSYTTY');
    expect(device.asked[0]).toMatch(/^kuitti \d{4}-\d{2}-\d{2} R-1001 [0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}\.pdf$/);
    await print(desk);
    expect(isCopy(onPaper()[0] ?? '')).toBe(true);
  });

  it('leaves nothing where it cannot, and does not count', async () => {
    const desk = await open();
    expect(await save(desk)).toMatchObject({ value: { outcome: 'cancelled' } });
    device.saveTo = join(folder, 'x.pdf');
    device.makesPdf = false;
    expect(codeOf(await save(desk))).toBe('pdf-failed');
    device.makesPdf = true;
    writeFileSync(join(folder, 'muu'), 'muu');
    symlinkSync(join(folder, 'muu'), device.saveTo);
    expect(codeOf(await save(desk))).toBe('file-foreign');
    device.saveTo = join(folder, 'ei', 'x.pdf');
    expect(codeOf(await save(desk))).toBe('file-unwritable');
    mkdirSync(join(folder, 'kansio.pdf'));
    device.saveTo = join(folder, 'kansio.pdf');
    expect(codeOf(await save(desk))).toBe('file-foreign');
    expect(readFileSync(join(folder, 'muu'), 'utf8')).toBe('muu');
    expect(readdirSync(folder).sort()).toEqual(['kansio.pdf', 'muu', 'x.pdf']);
    expect((await shown(desk)).customer.wasMade).toBe(false);
  });
});

describe('what is on a receipt', () => {
  it('is of this payment alone', async () => {
    const desk = await open();
    await desk.program.execute('closeOutcome', { paymentId: desk.paidId, shown: 'approved', keepDraft: false });
    desk.terminal.play(withTexts('TOISEN VIERAAN KUITTI'));
    const other = idOf(await desk.program.execute('startSale', { ...sale(), confirmed: ['same-sum-just-charged'] }));
    await untilPayment(desk.program, other, 'approved');
    await print(desk);
    await print(desk, 'customer', other);
    expect(onPaper().map((text) => text.includes('TOISEN VIERAAN'))).toEqual([false, true]);
    expect(onPaper().map(isCopy)).toEqual([false, false]);
  });

  it('is a decline’s text too', async () => {
    const desk = await open();
    await desk.program.execute('closeOutcome', { paymentId: desk.paidId, shown: 'approved', keepDraft: false });
    desk.terminal.play(decline());
    const declined = idOf(await desk.program.execute('startSale', { ...sale(), confirmed: ['same-sum-just-charged'] }));
    await untilPayment(desk.program, declined, 'declined');
    await print(desk, 'customer', declined);
    expect(onPaper()[0]).toContain('EI MAKSETTU');
    expect(onPaper()[0]).toContain('REJECTED');
  });

  it('is a copy where a lookup brought it', async () => {
    const desk = await open(approveThenCut('before'));
    await print(desk);
    expect(isCopy(onPaper()[0] ?? '')).toBe(true);
    expect(onPaper()[0]).toContain('jäljennös');
  });

  it('is nothing while the payment runs, and no proof while it is not known', async () => {
    const desk = await open();
    await desk.program.execute('closeOutcome', { paymentId: desk.paidId, shown: 'approved', keepDraft: false });
    const held = hold();
    desk.terminal.play(held);
    const running = idOf(await desk.program.execute('startSale', { ...sale(), confirmed: ['same-sum-just-charged'] }));
    await untilPayment(desk.program, running, 'sent');
    expect(codeOf(await print(desk, 'customer', running))).toBe('not-possible-now');
    await desk.restart();
    await print(desk, 'customer', running);
    expect(onPaper()[0]).toContain('EI TODISTE MAKSUSTA');
    expect(onPaper()[0]).not.toContain('Tämä on maksutosite');
  });

  it('has neither signs that act nor a card number, whatever the terminal wrote', async () => {
    const nasty = `\u001b[2J\u001b[31mOSTO\f\u202e12,50\r\n<img src=x>&amp;\r\nKORTTI 4242 4242 4242 4242\r\n${'x'.repeat(25_000)}`;
    const desk = await open(withTexts(nasty));
    await print(desk);
    const [text = ''] = onPaper();
    const acting = [...text].filter((sign) => (/\p{Cc}/u.test(sign) && sign !== '\n') || sign === '\u202e');
    expect(acting).toEqual([]);
    expect(text).not.toContain('4242 4242');
    expect(text).toContain('<img src=x>&amp;');
    expect(text.length).toBeLessThan(40_000);
  });

  it('is what a lookup brings where the answer was too large to be read', async () => {
    const desk = await open(withTexts('x'.repeat(1_000_000)));
    await print(desk);
    expect(onPaper()[0]).toContain('jäljennös');
    expect(onPaper()[0]).not.toContain('xxxx');
  });

  it('a payment that is not there has none', async () => {
    const desk = await open();
    expect(codeOf(await print(desk, 'customer', 'ei-ole'))).toBe('payment-unknown');
  });
});

describe('how this PC prints', () => {
  it('is kept, also when a file is imported', async () => {
    const written: unknown[] = [];
    const desk = await paidDesk(approve(), systemClock, {
      paper: device,
      writeSettings: (settings) => void written.push(settings.printing),
    });
    expect((await desk.snapshot()).printing).toEqual({ printer: null, paper: '80', dialog: true });
    const choice = { printer: 'kuitti', paper: '58', dialog: false } as const;
    await desk.program.execute('choosePrinting', choice);
    expect((await desk.snapshot()).printing).toEqual(choice);
  });
});
