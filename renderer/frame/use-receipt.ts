import { useEffect, useState } from 'react';
import type { PosError } from '../../shared/errors.ts';
import type { ReceiptCopyKind } from '../../shared/paper-kinds.ts';
import type { PaymentView } from '../../shared/payment.ts';
import type { ReceiptView } from '../../shared/receipt.ts';
import type { Result } from '../../shared/result.ts';
import { client } from '../pos-client.ts';
import { useMirror } from '../stores/mirror.ts';

/** What the last press came to; null before the first one. */
export type ReceiptOutcome = 'printed' | 'unknown' | 'cancelled' | 'saved' | 'not-saved' | null;

/** A payment's receipt as it would be printed now, read again whenever it may have changed. */
export function useReceipt(payment: PaymentView) {
  const [read, setRead] = useState<Result<ReceiptView, PosError> | null>(null);
  const [chosen, setChosen] = useState<ReceiptCopyKind | null>(null);
  const [pending, setPending] = useState<'print' | 'save' | null>(null);
  const [outcome, setOutcome] = useState<ReceiptOutcome>(null);
  const [failure, setFailure] = useState<PosError | null>(null);
  const [made, setMade] = useState(0);
  const paper = useMirror(({ snapshot }) => snapshot?.printing.paper);
  const known = JSON.stringify([payment.state, payment.proof, payment.signature, payment.voided, payment.reversedMinor, payment.reversing]);
  useEffect(() => {
    // Each of these may change what is on the paper.
    let wanted = made >= 0 && known !== '' && paper !== null;
    void client.receipt(payment.id).then((result) => wanted && setRead(result));
    return () => {
      wanted = false;
    };
  }, [payment.id, known, paper, made]);

  const copy = chosen ?? (read?.ok === true ? read.value.first : 'customer');
  const run = async <T extends string>(
    what: 'print' | 'save',
    work: () => Promise<Result<{ readonly outcome: T }, PosError>>,
    shown: (outcome: T) => ReceiptOutcome,
  ): Promise<void> => {
    if (pending !== null) return;
    setPending(what);
    setOutcome(null);
    setFailure(null);
    const result = await work();
    setPending(null);
    if (result.ok) setOutcome(shown(result.value.outcome));
    else setFailure(result.error);
    setMade((times) => times + 1);
  };
  return {
    read,
    copy,
    pending,
    outcome,
    failure,
    choose(next: ReceiptCopyKind): void {
      setChosen(next);
      setOutcome(null);
      setFailure(null);
    },
    print: () =>
      void run(
        'print',
        () => client.printReceipt(payment.id, copy),
        (end) => end,
      ),
    save: () =>
      void run(
        'save',
        () => client.saveReceiptPdf(payment.id, copy),
        (end) => (end === 'saved' ? 'saved' : 'not-saved'),
      ),
  };
}
