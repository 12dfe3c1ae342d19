import { boxes } from './boxes.ts';
import { checks } from './checks.ts';
import { closing } from './closing.ts';
import { comfort } from './comfort.ts';
import { covered } from './covered.ts';
import { dayClose } from './day-close.ts';
import { elsewhere, errors, justCharged, warnings } from './errors.ts';
import { evidence } from './evidence.ts';
import { common, environment, firstStart, header, operator } from './frame.ts';
import { handover } from './handover.ts';
import { keeping } from './keeping.ts';
import { keys } from './keys.ts';
import { late } from './late.ts';
import { missing } from './missing.ts';
import { otherDesks } from './other-desks.ts';
import { hint, outcome } from './outcome.ts';
import { payments } from './payments.ts';
import { receipt } from './receipt.ts';
import { refund } from './refund.ts';
import { requests } from './requests.ts';
import { manual, sale, selling } from './sale.ts';
import { settings } from './settings.ts';
import { settle } from './settle.ts';
import { picker, terminal } from './terminal.ts';
import { today } from './today.ts';
import { tour } from './tour.ts';
import { signature, voiding } from './void.ts';
import { waiting } from './waiting.ts';
import { willba } from './willba.ts';

export const fi = {
  boxes,
  checks,
  closing,
  comfort,
  common,
  covered,
  dayClose,
  elsewhere,
  environment,
  errors,
  evidence,
  firstStart,
  handover,
  header,
  hint,
  justCharged,
  keeping,
  keys,
  late,
  manual,
  missing,
  operator,
  otherDesks,
  outcome,
  payments,
  picker,
  receipt,
  refund,
  requests,
  sale,
  selling,
  settings,
  settle,
  signature,
  terminal,
  today,
  tour,
  void: voiding,
  waiting,
  warnings,
  willba,
} as const;
