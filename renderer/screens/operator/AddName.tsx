import { useEffect, useState } from 'react';
import type { PosError } from '../../../shared/errors.ts';
import { type NewNameProblem, readNewName } from '../../../shared/new-name.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { t } from '../../i18n/t.ts';
import { client } from '../../pos-client.ts';
import { useMirror } from '../../stores/mirror.ts';

const FIELD = 'operator-new';

/** Somebody new at the desk, such as a seasonal worker. This PC keeps the name; a later file of support adds its own. */
export function AddName({ onAdded }: { readonly onAdded?: () => void }) {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (isOpen) document.getElementById(FIELD)?.focus();
  }, [isOpen]);
  if (isOpen) return <NewName {...(onAdded === undefined ? {} : { onAdded })} />;
  return (
    <p className="names__add">
      <Button look="quiet" onPress={() => setOpen(true)}>
        {t('operator.add.open')}
      </Button>
    </p>
  );
}

const none: readonly string[] = [];

function NewName({ onAdded }: { readonly onAdded?: () => void }) {
  const names = useMirror(({ snapshot }) => snapshot?.desk.operators ?? none);
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<NewNameProblem | null>(null);
  const [failure, setFailure] = useState<PosError | null>(null);
  const add = async (): Promise<void> => {
    const read = readNewName(name, names);
    const answer = read.ok ? await client.addOperator(read.value) : null;
    setFailure(answer?.ok === false ? answer.error : null);
    const wrong = read.ok ? (answer?.ok === true && answer.value !== 'added' ? answer.value : null) : read.error;
    setProblem(wrong);
    if (wrong !== null) document.getElementById(FIELD)?.focus();
    if (answer?.ok === true && wrong === null) onAdded?.();
  };
  return (
    <div className="names__new">
      <Field
        id={FIELD}
        label={t('operator.add.name')}
        value={name}
        hint={t('operator.add.hint')}
        problem={problem === null ? null : t(`operator.add.problems.${problem}`)}
        onChange={(text) => {
          setName(text);
          setProblem(null);
        }}
        onEnter={() => void add()}
      />
      <Button size="large" onPress={() => void add()}>
        {t('operator.add.do')}
      </Button>
      {failure !== null && <FailureNotice error={failure} />}
    </div>
  );
}
