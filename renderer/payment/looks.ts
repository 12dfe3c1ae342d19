import type { Addendum, OpenReason, Reconciliation, TerminalVerdict } from '../../shared/day-close.ts';
import type { HandoverReason } from '../../shared/handover.ts';
import type { PaymentView } from '../../shared/payment.ts';
import type { EvidenceEntry } from '../../shared/payment-evidence.ts';
import { type Sign, signs } from '../components/mark-shapes.ts';
import type { Meaning } from './meaning.ts';

/**
 * How the sum is written. `plain`: it is in. `back`: with a minus, money went back. `muted`: nothing moved. `struck`: it was in, and has
 * gone back. `maybe`: it may have moved. A sum that is not the one asked for always stands beside the other one.
 */
export type SumForm = 'plain' | 'back' | 'muted' | 'struck' | 'maybe';

/**
 * What can be done next. `one`: one primary action. `equal`: two choices of the same weight. `give-back-first`: giving the money back is
 * the primary one.
 */
export type Choices = 'one' | 'equal' | 'give-back-first';

export type Look = Sign & {
  readonly sum: SumForm;
  readonly choices: Choices;
  /** What Enter does while nothing has the focus; where it is null, somebody has to choose. */
  readonly enter: 'fresh' | null;
};

const look = (shape: Sign['shape'], tone: Sign['tone'], sum: SumForm, more: Partial<Look> = {}): Look => ({
  shape,
  tone,
  sum,
  choices: 'one',
  enter: null,
  ...more,
});

/** One meaning, one look: the table of docs/design.md. Every screen, row, alarm and list takes its signs from here. */
export const looks: Readonly<Record<Meaning, Look>> = {
  'money-in': look('check', 'paid', 'plain', { enter: 'fresh' }),
  'money-back': look('return', 'neutral', 'back', { enter: 'fresh' }),
  'other-card': look('other-card', 'unclear', 'back'),
  'taken-back': look('return', 'neutral', 'struck'),
  part: look('part', 'unclear', 'plain'),
  differs: look('differs', 'unclear', 'plain'),
  signature: look('signature', 'unclear', 'plain'),
  'signature-refused': look('signature-refused', 'unclear', 'plain', { choices: 'give-back-first' }),
  late: look('late', 'unclear', 'plain', { choices: 'equal' }),
  'despite-cancel': look('despite-cancel', 'unclear', 'plain', { choices: 'give-back-first' }),
  'return-unclear': look('return-unclear', 'unclear', 'plain'),
  record: look('record', 'neutral', 'plain'),
  'record-not': look('record-not', 'neutral', 'muted'),
  unclear: look('question', 'unclear', 'maybe'),
  running: look('running', 'unclear', 'maybe'),
  declined: look('declined', 'failed', 'muted'),
  'cancelled-by-desk': look('by-desk', 'failed', 'muted'),
  'cancelled-by-guest': look('by-guest', 'failed', 'muted'),
  cancelled: look('cancelled', 'failed', 'muted'),
  'timed-out': look('timed-out', 'failed', 'muted'),
  busy: look('busy', 'failed', 'muted'),
  'not-started': look('not-started', 'failed', 'muted'),
};

/** Whether Enter leaves the outcome: only where all of it is done, for it would drop a sum that is still to be collected. */
export const enterStartsAfresh = ({ restMinor }: Pick<PaymentView, 'restMinor'>, meaning: Meaning): boolean =>
  looks[meaning].enter === 'fresh' && restMinor === 0;

/** What is open when a day is closed, in the looks of the same payments elsewhere. */
export const openItemSigns: Readonly<Record<OpenReason, Sign>> = {
  running: looks.running,
  unclear: looks.unclear,
  released: looks.unclear,
  unsigned: looks.signature,
  'signature-refused': looks['signature-refused'],
  alarm: looks.late,
  // Nothing is wrong with the payment itself.
  'not-in-willba': signs.attention,
};

/** What is left open at a change of shift. */
export const handoverSigns: Readonly<Record<HandoverReason, Sign>> = { ...openItemSigns, manual: looks.record };

/** What came to light after a day was closed. */
export function addendumSign({ what, moneyMoved, byPerson, kind }: Pick<Addendum, 'what' | 'moneyMoved' | 'byPerson' | 'kind'>): Sign {
  if (moneyMoved === 'unknown') return looks.unclear;
  if (what === 'signed') return looks.signature;
  if (byPerson) return moneyMoved === 'yes' ? looks.record : looks['record-not'];
  if (moneyMoved === 'no') return looks['not-started'];
  if (kind === 'refund' || kind === 'void') return looks['money-back'];
  return what === 'known' ? looks.late : looks['money-in'];
}

/** What a row of the journal proves; null where it decides nothing. */
export function evidenceSign({ verdict }: Pick<EvidenceEntry, 'verdict'>): Sign | null {
  switch (verdict) {
    case 'approved':
      return looks['money-in'];
    case 'rejected':
      return looks.declined;
    case 'refused':
      return looks['not-started'];
    case 'unknown':
    case 'no-proof':
    case 'not-reached':
    case 'not-taken':
    case 'not-shown':
      return looks.unclear;
    case 'taken':
    case 'shown':
    case 'accepted':
    case 'let-stand':
    case 'not-accepted':
    case null:
      return null;
  }
}

/** Whether a terminal's sums match Nets' report, by a person's word. */
export const verdictSigns: Readonly<Record<TerminalVerdict, Sign>> = {
  matches: signs.well,
  differs: signs.differs,
  'not-confirmed': signs.unknown,
};

export const reconciliationSigns: Readonly<Record<Exclude<Reconciliation['end'], 'running'>, Sign>> = {
  done: signs.well,
  'not-done': signs.fault,
  'not-confirmed': signs.unknown,
};
