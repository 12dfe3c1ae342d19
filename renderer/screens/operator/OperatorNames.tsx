import { useState } from 'react';
import type { PosError } from '../../../shared/errors.ts';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { t } from '../../i18n/t.ts';
import { client } from '../../pos-client.ts';
import { useMirror } from '../../stores/mirror.ts';
import './operator-names.css';

const none: readonly string[] = [];

/** One large button for each name. */
export function OperatorNames({ onChosen }: { readonly onChosen?: () => void }) {
  const names = useMirror(({ snapshot }) => snapshot?.desk.operators ?? none);
  const current = useMirror(({ snapshot }) => snapshot?.desk.operator ?? null);
  const [failure, setFailure] = useState<PosError | null>(null);
  const choose = async (name: string): Promise<void> => {
    const result = await client.chooseOperator(name);
    setFailure(result.ok ? null : result.error);
    if (result.ok) onChosen?.();
  };
  return (
    <>
      {failure !== null && <FailureNotice error={failure} />}
      <ul className="names">
        {names.map((name) => (
          <li key={name}>
            <button
              type="button"
              className="names__name"
              aria-current={name === current ? true : undefined}
              onClick={() => void choose(name)}
            >
              <span className="names__text">{name}</span>
              {name === current && <span className="names__now">{t('operator.chosen')}</span>}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
