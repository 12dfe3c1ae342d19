import { useEffect, useRef, useState } from 'react';
import { isPayable } from '../../../shared/payable.ts';
import type { PaymentView } from '../../../shared/payment.ts';
import type { TerminalSection } from '../../../shared/terminal.ts';
import { takeTerminal } from '../../actions/choose-terminal.ts';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import { DialogFrame } from '../../frame/DialogFrame.tsx';
import { StrapiAge } from '../../frame/StrapiAge.tsx';
import { moneyText } from '../../i18n/money-text.ts';
import { t } from '../../i18n/t.ts';
import { client } from '../../pos-client.ts';
import { deskCurrency } from '../../stores/desk-currency.ts';
import { formAmount } from '../../stores/form-amount.ts';
import { useMirror } from '../../stores/mirror.ts';
import { type SaleForm, useSaleForm } from '../../stores/sale-form.ts';
import { closeDialog, type OpenDialog } from '../../stores/view.ts';
import { findTerminals, onlyFound, SEARCH_ABOVE, SHOWN_AT_ONCE, stillSelected } from './find-terminals.ts';
import { PickerList } from './PickerList.tsx';
import { SelectedTerminal } from './SelectedTerminal.tsx';
import './terminal-picker.css';

const NONE: readonly TerminalSection[] = [];

type PickerTask = Extract<OpenDialog, { kind: 'picker' }>;

/** All terminals that this desk may use, with what is known about each. */
export function TerminalPicker({ task }: { readonly task: PickerTask }) {
  const sections = useMirror(({ snapshot }) => snapshot?.terminals.sections) ?? NONE;
  const chosen = useMirror(({ snapshot }) => snapshot?.terminals.chosen?.terminalId ?? null);
  const form = useSaleForm();
  const terminals = sections.flatMap((section) => section.terminals);
  const [picked, select] = useState(chosen);
  const [typed, setTyped] = useState('');
  const [all, setAll] = useState(false);
  const selectedId = stillSelected(sections, typed, picked);
  const shown = findTerminals(sections, { typed, most: all ? terminals.length : SHOWN_AT_ONCE, selectedId });
  const selected = terminals.find((terminal) => terminal.terminalId === selectedId) ?? null;
  const usable = selected !== null && isPayable(selected);
  const use = (terminalId: string | null): void => {
    const terminal = terminals.find((one) => one.terminalId === terminalId);
    if (terminal !== undefined && isPayable(terminal)) void takeTerminal(terminal.terminalId);
  };
  const search = (text: string): void => {
    setTyped(text);
    // The selection stays cleared: after the search is emptied, an old one must not come back unnoticed.
    select(stillSelected(sections, text, selectedId));
  };
  const keydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.target instanceof Element) || event.target.closest('[role=listbox]') === null) return;
    event.preventDefault();
    event.stopPropagation();
    use(selectedId);
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
    <DialogFrame title={t('picker.title')} look="list" onClose={closeDialog} onKey={keydown}>
      <p className="dialog__text">{sum === null ? t('picker.remembered') : t('picker.thenPays', { sum })}</p>
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
        <div className="picker__list" ref={list}>
          <StrapiAge link />
          {shown.sections.length === 0 && <p className="picker__empty">{t('picker.notFound')}</p>}
          <PickerList sections={shown.sections} selectedId={selectedId} onSelect={select} onUse={use} />
          {shown.hidden > 0 && (
            <Button look="quiet" onPress={() => setAll(true)}>
              {t('picker.showAll', { count: shown.hidden })}
            </Button>
          )}
        </div>
      )}
      <SelectedTerminal terminal={selected} />
      <div className="dialog__actions">
        <Button size="large" onPress={closeDialog}>
          {t('common.cancel')}
        </Button>
        <Button
          look="primary"
          size="large"
          disabled={selected === null}
          unusableBecause={selected === null || usable ? undefined : 'picker-reason'}
          onPress={() => use(selectedId)}
        >
          {t('picker.use')}
        </Button>
      </div>
    </DialogFrame>
  );
}

const sumOf = ({ amountMinor, currency }: PaymentView): string => moneyText(amountMinor, currency);

function sumIn(form: SaleForm): string | null {
  const amount = formAmount(form);
  return amount.ok ? moneyText(amount.value, deskCurrency()) : null;
}
