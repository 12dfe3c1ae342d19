import type { PaymentRequest } from '../../shared/ipc/requests.ts';
import { Button } from '../components/Button.tsx';
import { Mark } from '../components/Mark.tsx';
import { signs } from '../components/mark-shapes.ts';
import { t } from '../i18n/t.ts';
import { requestText } from '../payment/request-text.ts';
import { client } from '../pos-client.ts';
import { useMirror } from '../stores/mirror.ts';
import './from-willba.css';

const none: readonly PaymentRequest[] = [];

/** What Willba's links brought: the requests that wait, and why the last link was refused. On every screen, and never in the way. */
export function FromWillba({ mayTake = false }: { readonly mayTake?: boolean }) {
  const waiting = useMirror(({ snapshot }) => snapshot?.requests.waiting ?? none);
  return (
    <>
      <LinkRefused />
      {waiting.length > 0 && <WaitingRequests waiting={waiting} mayTake={mayTake} />}
    </>
  );
}

function LinkRefused() {
  const refused = useMirror(({ snapshot }) => snapshot?.requests.refused ?? null);
  if (refused === null) return null;
  const { number, why } = refused;
  return (
    <div className="from-willba from-willba--refused" role="alert" key={number}>
      <div className="from-willba__row">
        <Mark sign={signs.fault} />
        <div className="from-willba__text">
          <p className="from-willba__what">
            {t('requests.refused')}. {t('requests.nothingCharged')}
          </p>
          <p>{t(`requests.why.${why}`)}</p>
        </div>
        <Button onPress={() => void client.linkRefusalRead(number)}>{t('requests.close')}</Button>
      </div>
    </div>
  );
}

type WaitingProps = { readonly waiting: readonly PaymentRequest[]; readonly mayTake: boolean };

function WaitingRequests({ waiting, mayTake }: WaitingProps) {
  return (
    <section className="from-willba from-willba--waiting" aria-labelledby="requests-waiting">
      <h2 className="from-willba__label" id="requests-waiting">
        {t('requests.waiting')}
      </h2>
      <ul className="from-willba__list">
        {waiting.map((request) => {
          const what = requestText(request, !mayTake);
          return (
            <li key={request.id} className="from-willba__row">
              <strong className="from-willba__text number">{what}</strong>
              {mayTake && (
                <Button name={t('requests.takeName', { what })} onPress={() => void client.takeRequest(request.id)}>
                  {t('requests.take')}
                </Button>
              )}
              <Button look="quiet" name={t('requests.dismissName', { what })} onPress={() => void client.dismissRequest(request.id)}>
                {t('requests.dismissOne')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
