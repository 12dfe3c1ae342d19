import type { CommandInput } from '../../shared/ipc/contract.ts';
import { toDecimalString } from '../../shared/money.ts';
import { parseMoney } from '../../shared/parse-money.ts';
import type { PaymentView } from '../../shared/payment.ts';
import type { DeskUnderTest } from './desk.ts';
import type { Form, Guest } from './guests.ts';
import type { Decide } from './nets-world/wire.ts';
import type { DeskProgram } from './program.ts';
import { settings, TERMINALS } from './settings.ts';

const SUMS = [1250, 1000, 9_900];

/**
 * The receptionist of one desk: types, presses, answers questions, opens old payments, changes the terminal, reloads the window. Knows only
 * what the window shows, and is careless.
 */
export function createPerson(parts: {
  readonly desk: DeskUnderTest;
  readonly decide: Decide;
  readonly saw: (what: string) => void;
  readonly tell: (what: string) => void;
}) {
  const { desk, decide, saw, tell } = parts;
  /** What stands in the form of the window, and its name. */
  let form: Form | null = null;
  let formName = '';
  let attempts = 0;
  let guests = 0;
  const typed: Form[] = [];

  const shown = (program: DeskProgram): PaymentView | null => program.snapshot().current;
  const textOf = (minor: number): string => toDecimalString(minor, settings.currency).replace('.', ',');

  function save(program: DeskProgram, { amountMinor, guest, completesId }: Form, name: string): void {
    const text = { amountText: textOf(amountMinor), reference: guest.reference, completesId };
    void program.commands.saveDraft({ form: name, ...text, method: 'card', from: null });
  }

  function fill(program: DeskProgram, next: Form): void {
    form = next;
    formName = program.snapshot().form.draft.form;
    typed.push(next);
    save(program, next, formName);
  }

  /** Whatever has the window is left: with a guest at the desk nobody waits for anything. */
  async function clearWindow(program: DeskProgram): Promise<boolean> {
    const current = shown(program);
    if (current === null) return true;
    const unclear = current.state === 'checking' || current.state === 'unresolved';
    if (unclear && !current.released && current.state === 'checking') {
      const released = await program.commands.releasePayment({ paymentId: current.id });
      if (released.ok) saw('released');
    }
    const { current: still, browsing } = program.snapshot();
    if (still === null) return true;
    const closed = await program.commands.closeOutcome({ paymentId: still.id, shown: still.state, keepDraft: false });
    // What was only looked at leaves what is typed alone.
    if (closed.ok && !browsing) form = null;
    return closed.ok;
  }

  async function press(program: DeskProgram, confirmed: CommandInput<'startSale'>['confirmed']): Promise<void> {
    if (form === null || desk.program() !== program) return;
    const pressed = form;
    const mine = formName;
    const terminal = desk.terminal();
    const { terminalId, name } = terminal;
    const { amountMinor, completesId, guest } = pressed;
    tell(`${desk.name} presses Maksa ${amountMinor} for ${guest.reference || 'a walk-in'} on ${terminalId}`);
    desk.pressing({ form: pressed, asked: confirmed.length > 0, terminal });
    const input = {
      idempotencyKey: mine,
      mode: settings.mode,
      amountMinor,
      reference: guest.reference,
      terminalId,
      completesId,
      confirmed,
    };
    const answer = program.commands.startSale({ ...input, shown: { terminalId, name } });
    if (decide('pressed twice', [92, 8]) === 1) void program.commands.startSale({ ...input, shown: { terminalId, name } });
    const started = await answer;
    if (desk.program() !== program) return;
    // The page saves what is typed a moment late, and may do so after its press.
    if (decide('a save comes late', [85, 15]) === 1) save(program, pressed, mine);
    if (started.ok) {
      // What the window shows from now on is the payment; its form is empty.
      if (form === pressed) form = null;
      return;
    }
    saw(`not begun: ${started.error.code}`);
    if (started.error.code !== 'confirmation-needed') return;
    saw('asked before a charge');
    if (form === pressed && decide('the question is answered with yes', [6, 4]) === 1)
      await press(program, [...confirmed, ...(started.error.warnings ?? [])]);
  }

  async function serve(program: DeskProgram, guest: Guest): Promise<void> {
    if (!(await clearWindow(program))) return;
    fill(program, { guest, amountMinor: guest.amountMinor, completesId: null });
    await press(program, []);
  }

  function newGuest(): Guest {
    guests += 1;
    const reference = decide('whether there is a booking', [60, 40]) === 0 ? `${desk.name}${guests}` : '';
    return { reference, amountMinor: SUMS[decide('how much', [6, 3, 1])] ?? 1250 };
  }

  /** Opens one of today's, as from the list. */
  async function open(program: DeskProgram, wanted: (payment: PaymentView) => boolean): Promise<PaymentView | null> {
    const payments = program.snapshot().today.payments.filter(wanted);
    const chosen = payments[decide('which payment', [6, 3, 1])] ?? payments[0];
    if (chosen === undefined) return null;
    const opened = await program.commands.showPayment({ paymentId: chosen.id });
    if (opened.ok) saw('an old payment was opened');
    return opened.ok ? shown(program) : null;
  }

  return {
    sell: (program: DeskProgram): Promise<void> => serve(program, newGuest()),

    /** Maksa, with whatever stands in the form. */
    async pressAgain(program: DeskProgram): Promise<void> {
      if (form !== null && shown(program) === null) await press(program, []);
    },

    /** The same guest is typed in once more, because the desk believes that nothing was paid. */
    async sellAgain(program: DeskProgram): Promise<void> {
      const before = typed.findLast(({ guest, completesId }) => guest.reference !== '' && completesId === null);
      if (before !== undefined) await serve(program, before.guest);
    },

    /** Yritä uudelleen, where the screen has it: the payment's own sum and reference are charged once more. */
    async retry(program: DeskProgram): Promise<void> {
      const snapshot = program.snapshot();
      const { current } = snapshot;
      const failed = ['declined', 'cancelled', 'timed-out', 'refused'];
      if (current === null || snapshot.browsing || current.kind !== 'sale' || !failed.includes(current.state)) return;
      const before = desk.guests.formOf(current.id);
      const closed = await program.commands.closeOutcome({ paymentId: current.id, shown: current.state, keepDraft: true });
      if (!closed.ok || before === null) return;
      saw('tried again');
      fill(program, before);
      await press(program, []);
    },

    /** Veloita loput, from the payment's own screen. */
    async chargeRest(program: DeskProgram): Promise<void> {
      const payment = await open(program, ({ kind, state, restMinor }) => kind === 'sale' && state === 'approved' && restMinor > 0);
      const owner = payment === null ? null : desk.guests.formOf(payment.id);
      if (payment === null || owner === null || payment.restMinor === 0 || !(await clearWindow(program))) return;
      fill(program, { guest: owner.guest, amountMinor: payment.restMinor, completesId: payment.id });
      saw('the rest is charged');
      await press(program, []);
    },

    async openOld(program: DeskProgram): Promise<void> {
      await open(program, () => true);
    },
    async closeWindow(program: DeskProgram): Promise<void> {
      await clearWindow(program);
    },

    async refund(program: DeskProgram): Promise<void> {
      const payment = await open(program, ({ refundableMinor }) => refundableMinor > 0);
      if (payment === null || payment.refundableMinor === 0) return;
      const { terminalId, name } = desk.terminal();
      attempts += 1;
      desk.pressing(null);
      const amountMinor = payment.refundableMinor;
      const input = { idempotencyKey: `${desk.name}-refund-${attempts}`, originalId: payment.id, amountMinor, terminalId };
      const started = await program.commands.startRefund({ ...input, shown: { terminalId, name }, confirmed: [] });
      if (started.ok || started.error.code !== 'confirmation-needed' || desk.program() !== program) return;
      const confirmed = started.error.warnings ?? [];
      await program.commands.startRefund({ ...input, shown: { terminalId, name }, confirmed });
    },

    async takeBack(program: DeskProgram): Promise<void> {
      const payment = await open(program, ({ voidable }) => voidable);
      if (payment === null) return;
      attempts += 1;
      desk.pressing(null);
      await program.commands.startVoid({ idempotencyKey: `${desk.name}-void-${attempts}`, originalId: payment.id });
    },

    async judgeSignature(program: DeskProgram): Promise<void> {
      const asked = program.snapshot().today.payments.find(({ signature }) => signature === 'asked');
      if (asked === undefined) return;
      desk.pressing(null);
      const accepted = decide('the signature', [1, 1]) === 0;
      const judged = await program.commands.judgeSignature({ paymentId: asked.id, accepted });
      if (judged.ok) saw('signature judged');
    },

    async changeTerminal(program: DeskProgram): Promise<void> {
      const other = TERMINALS.find(({ terminalId }) => terminalId !== desk.terminal().terminalId);
      if (other === undefined) return;
      if (program.snapshot().starting !== null) saw('the terminal was changed in mid-press');
      await program.commands.chooseTerminal({ terminalId: other.terminalId });
    },

    /** The page is gone and comes back: what is typed is what the program still knows. */
    reload(program: DeskProgram): void {
      saw('the window was reloaded');
      const { draft } = program.snapshot().form;
      const amount = parseMoney(draft.amountText, settings.currency);
      const same = typed.findLast(
        (each) =>
          amount.ok &&
          each.amountMinor === amount.value &&
          each.guest.reference === draft.reference &&
          each.completesId === draft.completesId,
      );
      form = same ?? null;
      formName = draft.form;
    },
    /** The program was gone: nothing is typed any more. */
    forget(): void {
      form = null;
    },
  };
}

export type Person = ReturnType<typeof createPerson>;
