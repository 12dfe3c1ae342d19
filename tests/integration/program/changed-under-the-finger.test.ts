import { expect, it } from 'vitest';
import { answerCallWith, approveThenCut } from '../../support/connect-cloud/index.ts';
import { idOf, paidDesk } from './paid-desk.ts';
import { sale, untilPayment } from './program.ts';

const [I, II] = ['71000001', '71000002'];
const nothingThere = answerCallWith(200, { result: {} });
const changed = { ok: false, error: { code: 'terminal-changed', moneyMoved: 'no', retry: 'safe' } };

/** An unclear payment on Päätelaite I, which is this PC's: the next sale there looks first, for `afterMs`. */
async function slowLook(afterMs: number) {
  const desk = await paidDesk();
  const { program, terminal, cloud } = desk;
  await program.execute('chooseTerminal', { terminalId: I });
  terminal.lookups.always(nothingThere);
  terminal.play(approveThenCut('before'));
  const unclearId = idOf(await program.execute('startSale', { ...sale(), amountMinor: 9900, reference: 'R-2045' }));
  await untilPayment(program, unclearId, 'checking');
  await program.execute('releasePayment', { paymentId: unclearId });
  terminal.lookups.always({ ...nothingThere, afterMs });
  const looks = () => cloud.count({ method: 'GET', path: /transaction$/ });
  const looked = looks();
  const looking = async (): Promise<void> => {
    while (looks() === looked) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  return { ...desk, looking, sent: desk.posts() };
}

it('another terminal chosen while the look runs stops the sale at once, and nothing leaves', async () => {
  const { program, looking, posts, sent } = await slowLook(9_500);
  const from = performance.now();
  const pressed = program.execute('startSale', { ...sale(), confirmed: ['terminal-has-unclear'] });
  await looking();
  await program.execute('chooseTerminal', { terminalId: II });
  expect(await pressed).toMatchObject(changed);
  expect(performance.now() - from).toBeLessThan(9_000);
  expect(posts()).toBe(sent);
});

it('another one chosen and the first one again stops it as well: its look was never over', async () => {
  const { program, looking, posts, sent } = await slowLook(3_000);
  const pressed = program.execute('startSale', { ...sale(), confirmed: ['terminal-has-unclear'] });
  await looking();
  await program.execute('chooseTerminal', { terminalId: II });
  await program.execute('chooseTerminal', { terminalId: I });
  expect(await pressed).toMatchObject(changed);
  expect(posts()).toBe(sent);
});

it('closing the program stops it as well, and after that only a record by hand is taken', async () => {
  const { program, looking, posts, sent } = await slowLook(9_500);
  const from = performance.now();
  const pressed = program.execute('startSale', { ...sale(), confirmed: ['terminal-has-unclear'] });
  await looking();
  await program.requestClose();
  const busy = { ok: false, error: { code: 'desk-busy', moneyMoved: 'no' } };
  expect(await pressed).toMatchObject(busy);
  expect(performance.now() - from).toBeLessThan(9_000);
  expect(await program.execute('startSale', { ...sale(), terminalId: II })).toMatchObject(busy);
  const record = {
    mode: 'production',
    amountMinor: 1250,
    reference: 'R-7',
    reason: 'Kuitti',
    receipt: '123456',
    lastFour: '1234',
  } as const;
  expect(await program.execute('recordManualEntry', { ...record, idempotencyKey: 'by-hand-1', confirmed: [] })).toMatchObject({ ok: true });
  expect(posts()).toBe(sent);
});

it('the same for a refund', async () => {
  const { refund, program, looking, posts, sent } = await slowLook(2_000);
  const pressed = refund({ confirmed: ['terminal-has-unclear'] });
  await looking();
  await program.execute('chooseTerminal', { terminalId: II });
  expect(await pressed).toMatchObject(changed);
  expect(posts()).toBe(sent);
});

it('choosing the same terminal again changes nothing', async () => {
  const { program, looking } = await slowLook(300);
  const pressed = program.execute('startSale', { ...sale(), confirmed: ['terminal-has-unclear'] });
  await looking();
  await program.execute('chooseTerminal', { terminalId: I });
  expect(await pressed).toMatchObject({ ok: true });
});

it('a press on a window that still showed the terminal before is stopped', async () => {
  const { program, posts, sent } = await slowLook(0);
  await program.execute('chooseTerminal', { terminalId: II });
  const shown = { terminalId: I, name: 'Päätelaite I' };
  expect(await program.execute('startSale', { ...sale(), shown, confirmed: ['terminal-has-unclear'] })).toMatchObject(changed);
  expect(posts()).toBe(sent);
});

it('the answer to a question belongs to the sum, reference and terminal that it named', async () => {
  const { program, posts, sent } = await slowLook(0);
  const asked = { ...sale(), reference: 'R-3001', amountMinor: 1300 };
  const question = { ok: false, error: { code: 'confirmation-needed', warnings: ['terminal-has-unclear'] } };
  const other = { ok: false, error: { code: 'form-changed', moneyMoved: 'no', retry: 'safe' } };
  expect(await program.execute('startSale', asked)).toMatchObject(question);
  const yes = { ...asked, confirmed: ['terminal-has-unclear'] } as const;
  expect(await program.execute('startSale', { ...yes, confirmed: ['terminal-has-unclear'], amountMinor: 1301 })).toMatchObject(other);
  expect(await program.execute('startSale', asked)).toMatchObject(question);
  expect(await program.execute('startSale', { ...yes, confirmed: ['terminal-has-unclear'], reference: 'R-3002' })).toMatchObject(other);
  expect(await program.execute('startSale', asked)).toMatchObject(question);
  await program.execute('chooseTerminal', { terminalId: II });
  expect(await program.execute('startSale', { ...yes, confirmed: ['terminal-has-unclear'] })).toMatchObject(changed);
  expect(posts()).toBe(sent);
  await program.execute('chooseTerminal', { terminalId: I });
  expect(await program.execute('startSale', asked)).toMatchObject(question);
  expect(await program.execute('startSale', { ...yes, confirmed: ['terminal-has-unclear'] })).toMatchObject({ ok: true });
});

it('whatever page asks is told what a press waits to send, and where', async () => {
  const { program, looking, snapshot } = await slowLook(500);
  const pressed = program.execute('startSale', { ...sale(), confirmed: ['terminal-has-unclear'] });
  await looking();
  expect((await snapshot()).starting).toMatchObject({
    kind: 'sale',
    amountMinor: 1250,
    currency: 'EUR',
    terminalName: 'Päätelaite I',
  });
  expect(await pressed).toMatchObject({ ok: true });
  expect((await snapshot()).starting).toBeNull();
});
