import { useEffect, useRef } from 'react';
import type { PaymentView } from '../../../shared/payment.ts';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import { DialogFrame } from '../../frame/DialogFrame.tsx';
import { StrapiAge } from '../../frame/StrapiAge.tsx';
import { moneyText } from '../../i18n/money-text.ts';
import { t } from '../../i18n/t.ts';
import { client } from '../../pos-client.ts';
import { deskCurrency } from '../../stores/desk-currency.ts';
import { formAmount } from '../../stores/form-amount.ts';
import { type SaleForm, useSaleForm } from '../../stores/sale-form.ts';
import { closeDialog, type OpenDialog } from '../../stores/view.ts';
import { FoundTerminals } from './FoundTerminals.tsx';
import { onlyFound, SEARCH_ABOVE } from './find-terminals.ts';
import { SelectedTerminal } from './SelectedTerminal.tsx';
import { usePicker } from './use-picker.ts';
import './terminal-picker.css';

const USE_ID = 'picker-use';

type PickerTask = Extract<OpenDialog, { kind: 'picker' }>;

/** All terminals that this desk may use, with what is known about each. */
export function TerminalPicker({ task }: { readonly task: PickerTask }) {
  // Charges a payment once more, at a terminal that is chosen for it alone: none is proposed.
  const again = task.purpose === 'retry';
  const { sections, terminals, typed, search, shown, showAll, selectedId, selected, usable, select, use } = usePicker(!again);
  const form = useSaleForm();
  // What charges again is pressed where its sum stands: Enter and a second click in the list only lead there.
  const take = again ? (): void => document.getElementById(USE_ID)?.focus() : use;
  const keydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.target instanceof Element) || event.target.closest('[role=listbox]') === null) return;
    event.preventDefault();
    event.stopPropagation();
    take(selectedId);
  };

  // The list has the focus, so the arrow keys work at once, from this PC's terminal on.
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
    // The lights may be old; asking again disturbs no terminal.
    void client.refreshTerminals();
    // One frame later, because the list draws its rows after this.
    const frame = requestAnimationFrame(() => list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }));
    return () => cancelAnimationFrame(frame);
  }, []);

  const sum = task.purpose === 'remember' ? null : task.purpose === 'retry' ? sumOf(task.payment) : sumIn(form);
  return (
    <DialogFrame title={t('picker.title')} name={t('picker.name')} look="list" onClose={closeDialog} onKey={keydown}>
      <p className="dialog__text">
        {sum === null ? t('picker.remembered') : again ? t('picker.onceOnly', { sum }) : t('picker.thenPays', { sum })}
      </p>
      {terminals.length > SEARCH_ABOVE && (
        <div className="picker__search">
          <Field
            id="picker-search"
            label={t('picker.search')}
            value={typed}
            onChange={search}
            onEnter={() => select(onlyFound(sections, typed) ?? selectedId)}
          />
        </div>
      )}
      {terminals.length === 0 ? (
        <div className="picker__list">
          <StrapiAge link />
          <p className="picker__empty">{t('picker.empty')}</p>
        </div>
      ) : (
        <FoundTerminals ref={list} shown={shown} selectedId={selectedId} onSelect={select} onUse={take} onShowAll={showAll} />
      )}
      <SelectedTerminal terminal={selected} />
      <PickerFoot charges={again ? sum : null} selected={selected !== null} usable={usable} onUse={() => use(selectedId)} />
    </DialogFrame>
  );
}

type PickerFootProps = {
  /** The sum that the button charges again; null if it only chooses. */
  readonly charges: string | null;
  readonly selected: boolean;
  readonly usable: boolean;
  readonly onUse: () => void;
};

function PickerFoot({ charges, selected, usable, onUse }: PickerFootProps) {
  return (
    <div className="dialog__actions">
      <Button size="large" onPress={closeDialog}>
        {t('common.cancel')}
      </Button>
      <Button
        look="primary"
        size="large"
        id={USE_ID}
        notOnEnter={charges !== null}
        disabled={!selected}
        unusableBecause={!selected || usable ? undefined : 'picker-reason'}
        onPress={onUse}
      >
        {charges === null ? t('picker.use') : t('picker.charge', { sum: charges })}
      </Button>
    </div>
  );
}

const sumOf = ({ amountMinor, currency }: PaymentView): string => moneyText(amountMinor, currency);

function sumIn(form: SaleForm): string | null {
  const amount = formAmount(form);
  return amount.ok ? moneyText(amount.value, deskCurrency()) : null;
}
