import { useState } from 'react';
import { Dialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import type { PosError } from '../../../shared/errors.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Band } from '../../frame/Band.tsx';
import { t } from '../../i18n/t.ts';
import { SETTLING_MS } from '../../keys/key-guard.ts';
import { useGuardedKeys } from '../../keys/use-guarded-keys.ts';
import { client } from '../../pos-client.ts';
import { useMirror } from '../../stores/mirror.ts';
import { uncover } from '../../stores/view.ts';
import './covered-screen.css';

const none: readonly string[] = [];

/**
 * Lies over everything, so that nobody reads sums from an unattended screen. What is under it stays as it is. It is no lock against
 * people: whoever stands at the desk goes on with one tap, and nothing can shut the desk out.
 */
export function CoveredScreen() {
  const property = useMirror(({ snapshot }) => snapshot?.desk.property ?? '');
  const asked = useMirror(({ snapshot }) => (snapshot?.form.request ?? null) !== null || (snapshot?.requests.waiting.length ?? 0) > 0);
  // What was pressed as it came was meant for the screen below.
  useGuardedKeys(SETTLING_MS, () => undefined, true);
  return (
    <ModalOverlay className="covered" isOpen isKeyboardDismissDisabled>
      <Modal className="covered__modal">
        <Dialog className="covered__dialog">
          <Band />
          <div className="covered__card">
            <Heading slot="title" className="covered__title">
              {t('covered.title')}
            </Heading>
            <p className="covered__place">{property}</p>
            <p className="covered__text">{t('covered.text')}</p>
            {asked && (
              <p className="covered__asked" role="status">
                {t('covered.asked')}
              </p>
            )}
            <GoOn />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Who goes on: the same person with one tap, or another one by name. */
function GoOn() {
  const names = useMirror(({ snapshot }) => snapshot?.desk.operators ?? none);
  const operator = useMirror(({ snapshot }) => snapshot?.desk.operator ?? null);
  const [failure, setFailure] = useState<PosError | null>(null);
  const goOnAs = async (name: string): Promise<void> => {
    const chosen = await client.chooseOperator(name);
    if (chosen.ok) uncover();
    else setFailure(chosen.error);
  };
  return (
    <>
      <Button look="primary" size="large" onPress={uncover}>
        {operator === null ? t('covered.goOn') : t('covered.goOnAs', { name: operator })}
      </Button>
      {names.some((name) => name !== operator) && (
        <ul className="covered__names" aria-label={t('covered.others')}>
          {names
            .filter((name) => name !== operator)
            .map((name) => (
              <li key={name}>
                <Button onPress={() => void goOnAs(name)}>{name}</Button>
              </li>
            ))}
        </ul>
      )}
      {failure !== null && <FailureNotice error={failure} />}
    </>
  );
}
