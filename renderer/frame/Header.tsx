import { lazy, Suspense } from 'react';
import type { NetsReach } from '../../shared/terminal.ts';
import { noteFocus } from '../actions/focus-before.ts';
import { t, tCount } from '../i18n/t.ts';
import { useMirror } from '../stores/mirror.ts';
import { openDialog, openPage, type PageName, useView } from '../stores/view.ts';
import { Band } from './Band.tsx';
import { FromWillba } from './FromWillba.tsx';
import { KeysButton } from './KeysButton.tsx';
import { LateApprovals } from './LateApprovals.tsx';
import { SignatureBadge } from './SignatureBadge.tsx';
import { UnclearBadge } from './UnclearBadge.tsx';
import { WillbaBadge } from './WillbaBadge.tsx';
import './header.css';
import { Light, Mark } from '../components/Mark.tsx';
import { looks } from '../payment/looks.ts';

const lights: Record<NetsReach, 'green' | 'red' | 'unknown'> = {
  unknown: 'unknown',
  connected: 'green',
  unreachable: 'red',
  'not-authorised': 'red',
  'secrets-missing': 'red',
  'not-configured': 'unknown',
};

/** Only after a change of shift: the first sale needs none of it. */
const HandoverNote = lazy(async () => ({ default: (await import('./HandoverNote.tsx')).HandoverNote }));
const TrainingTools = lazy(async () => ({ default: (await import('./TrainingTools.tsx')).TrainingTools }));

/** The point of sale, the state of Nets, and who is at the desk. */
export function Header({ narrow }: { readonly narrow: boolean }) {
  const desk = useMirror(({ snapshot }) => snapshot?.desk);
  const nets = useMirror(({ snapshot }) => snapshot?.terminals.nets ?? 'unknown');
  const isTraining = useMirror(({ snapshot }) => snapshot?.desk.mode === 'training');
  const hasHandover = useMirror(({ snapshot }) => (snapshot?.handover ?? null) !== null);
  return (
    <header className="header">
      <div className="header__bar">
        <p className="header__place">
          <strong className="header__property" title={desk?.property}>
            {desk?.property}
          </strong>
          <span className="header__desk" title={desk?.pointOfSale ?? undefined}>
            {desk?.pointOfSale}
          </span>
        </p>
        <nav className="header__nav" aria-label={t('header.nav')}>
          {pages.map((page) => (
            <Tab key={page} page={page} />
          ))}
          <button type="button" className="header__tab" aria-haspopup="dialog" onClick={() => openDialog({ kind: 'settings' })}>
            {t('settings.open')}
          </button>
        </nav>
        <div className="header__end">
          <SignatureBadge />
          <UnclearBadge />
          <WillbaBadge />
          {narrow && <TodayButton />}
          <span className="header__nets">
            <Light kind={lights[nets]} />
            {nets === 'connected' && (
              <span className="header__nets-short" aria-hidden="true">
                {t('header.netsShort')}
              </span>
            )}
            <span className={nets === 'connected' ? 'header__all-well' : undefined}>{t(`header.nets.${nets}`)}</span>
          </span>
          <KeysButton />
          {desk !== undefined && desk.operators.length > 0 && <OperatorButton name={desk.operator} />}
        </div>
      </div>
      <div className={isTraining ? 'header__training' : undefined}>
        <Band />
        {isTraining && (
          <Suspense fallback={null}>
            <TrainingTools />
          </Suspense>
        )}
      </div>
      <LateApprovals />
      <FromWillba mayTake />
      {hasHandover && (
        <Suspense fallback={null}>
          <HandoverNote />
        </Suspense>
      )}
    </header>
  );
}

const pages = ['till', 'payments', 'day-close'] as const satisfies readonly PageName[];

function Tab({ page }: { readonly page: PageName }) {
  const isOpen = useView((view) => view.page === page);
  // A press on the open tab leads there as well: it may be the only way back from what lies over it.
  return (
    <button type="button" className="header__tab" aria-current={isOpen ? 'page' : undefined} onClick={() => openPage(page)}>
      {t(`header.${page}`)}
    </button>
  );
}

function OperatorButton({ name }: { readonly name: string | null }) {
  const text = name === null ? t('header.operatorMissing') : t('header.operator', { name });
  return (
    <button
      type="button"
      className="header__operator"
      title={text}
      aria-haspopup="dialog"
      onPointerDown={noteFocus}
      onClick={() => openDialog({ kind: 'operator' })}
    >
      {text}
    </button>
  );
}

function TodayButton() {
  const count = useMirror(({ snapshot }) => snapshot?.today.count ?? 0);
  const unclear = useMirror(({ snapshot }) => snapshot?.today.payments.filter((payment) => payment.moneyMoved === 'unknown').length ?? 0);
  return (
    <button
      type="button"
      className={unclear > 0 ? 'header__today header__today--unclear' : 'header__today'}
      aria-haspopup="dialog"
      onClick={() => openDialog({ kind: 'today' })}
    >
      {unclear > 0 && <Mark sign={looks.unclear} />}
      <span className="number">{t('header.today', { count })}</span>
      {unclear > 0 && <span className="visually-hidden">, {tCount('header.todayUnclear', unclear)}</span>}
    </button>
  );
}
