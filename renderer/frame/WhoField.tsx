import { ChoiceGroup } from '../components/ChoiceGroup.tsx';
import { Field } from '../components/Field.tsx';
import { t } from '../i18n/t.ts';
import { CONFIRM_ID, settleIds } from '../screens/settle/settle-ids.ts';
import type { SettleProblems } from '../screens/settle/settle-model.ts';
import { useMirror } from '../stores/mirror.ts';

type WhoFieldProps = {
  readonly name: string;
  readonly problem: SettleProblems['name'];
  readonly onChange: (name: string) => void;
};

const none: readonly string[] = [];

/** Whose word it is: who is at the desk, one of the desk's names where nobody has said so yet, or a name that is typed. */
export function WhoField({ name, problem, onChange }: WhoFieldProps) {
  const operator = useMirror(({ snapshot }) => snapshot?.desk.operator ?? null);
  const operators = useMirror(({ snapshot }) => snapshot?.desk.operators ?? none);
  if (operator !== null) {
    return (
      <p className="settle__who">
        <span className="field__label">{t('settle.who')}</span>
        <strong>{operator}</strong>
      </p>
    );
  }
  if (operators.length > 0) {
    return (
      <ChoiceGroup
        id={settleIds.name}
        legend={t('settle.who')}
        problem={problem === null ? null : t('settle.chooseWho')}
        chosen={name}
        onChoose={onChange}
        choices={operators.map((each) => ({ value: each, text: each }))}
      />
    );
  }
  return (
    <Field
      id={settleIds.name}
      label={t('settle.name')}
      value={name}
      onChange={onChange}
      onEnter={() => document.getElementById(CONFIRM_ID)?.focus()}
      problem={problem === null ? null : t(`settle.nameProblems.${problem}`)}
    />
  );
}
