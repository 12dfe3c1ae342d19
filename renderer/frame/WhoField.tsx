import type { TextProblem } from '../../shared/reference.ts';
import { ChoiceGroup } from '../components/ChoiceGroup.tsx';
import { Field } from '../components/Field.tsx';
import { t } from '../i18n/t.ts';
import { CONFIRM_ID } from './ConfirmFoot.tsx';

export const WHO_ID = 'who';

import { useMirror } from '../stores/mirror.ts';

type WhoFieldProps = {
  readonly name: string;
  /** What the person does, if it is not settling. */
  readonly label?: string;
  readonly problem: TextProblem | null;
  readonly onChange: (name: string) => void;
};

const none: readonly string[] = [];

/** The person's name: who is at the desk, else one of the desk's names or a typed name. */
export function WhoField({ name, label = t('settle.who'), problem, onChange }: WhoFieldProps) {
  const operator = useMirror(({ snapshot }) => snapshot?.desk.operator ?? null);
  const operators = useMirror(({ snapshot }) => snapshot?.desk.operators ?? none);
  if (operator !== null) {
    return (
      <p className="who">
        <span className="field__label">{label}</span>
        <strong>{operator}</strong>
      </p>
    );
  }
  if (operators.length > 0) {
    return (
      <ChoiceGroup
        id={WHO_ID}
        legend={label}
        problem={problem === null ? null : t('settle.chooseWho')}
        chosen={name}
        onChoose={onChange}
        choices={operators.map((each) => ({ value: each, text: each }))}
      />
    );
  }
  return (
    <Field
      id={WHO_ID}
      label={t('settle.name')}
      value={name}
      onChange={onChange}
      onEnter={() => document.getElementById(CONFIRM_ID)?.focus()}
      problem={problem === null ? null : t(`settle.nameProblems.${problem}`)}
    />
  );
}
