import { Field } from '../../components/Field.tsx';
import { t } from '../../i18n/t.ts';
import { settleIds } from './settle-ids.ts';
import type { SettleForm, SettleProblems } from './settle-model.ts';

type SettleFieldsProps = {
  readonly form: SettleForm;
  readonly problems: SettleProblems;
  readonly onChange: (change: Partial<SettleForm>) => void;
};

const focus = (id: string) => (): void => document.getElementById(id)?.focus();

/** What the receipt says, if the card was charged. */
export function ReceiptFields({ form, problems, onChange }: SettleFieldsProps) {
  return (
    <div className="settle__receipt">
      <Field
        id={settleIds.receipt}
        label={t('manual.receipt')}
        value={form.receipt}
        onChange={(receipt) => onChange({ receipt })}
        onEnter={focus(settleIds.lastFour)}
        problem={problems.receipt === null ? null : t(`manual.receiptProblems.${problems.receipt}`)}
      />
      <Field
        id={settleIds.lastFour}
        label={t('manual.lastFour')}
        inputMode="numeric"
        value={form.lastFour}
        onChange={(lastFour) => onChange({ lastFour })}
        onEnter={focus(settleIds.reason)}
        problem={problems.lastFour === null ? null : t(`manual.lastFourProblems.${problems.lastFour}`)}
      />
    </div>
  );
}

export function ReasonField({ form, problems, onChange, next }: SettleFieldsProps & { readonly next: string }) {
  return (
    <Field
      id={settleIds.reason}
      label={t('settle.reason')}
      placeholder={t('settle.reasonHint')}
      value={form.reason}
      onChange={(reason) => onChange({ reason })}
      onEnter={focus(next)}
      problem={problems.reason === null ? null : t(`settle.reasonProblems.${problems.reason}`)}
    />
  );
}
