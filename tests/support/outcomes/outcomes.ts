import { approved, notCharged, samplePayment } from '../renderer-harness/sample-desk.ts';
import { backOrSaid } from './back-or-said.ts';
import { charged } from './charged.ts';
import { BACK, checking, is, live, not, type Outcome, unresolved } from './outcome.ts';

/** Nobody knows, or not yet. */
const unknown: readonly Outcome[] = [
  is('waiting for the card', samplePayment({}), 'running', 'Maksun tila on epäselvä', 'Odottaa maksua'),
  is('being cancelled', samplePayment({ state: 'cancelling' }), 'running', 'Maksun tila on epäselvä', 'Peruutusta pyydetty'),
  is('waiting, left by the desk', samplePayment({ released: true }), 'unclear', 'Maksun tila on epäselvä', 'Odottaa maksua'),
  is('being looked up', checking(), 'unclear', 'Maksun tila on epäselvä', 'Tilaa tarkistetaan'),
  is('unreadable', checking({ live: live('unreadable') }), 'unclear', 'Maksun tila on epäselvä', 'Tilaa tarkistetaan'),
  is('left by the desk', checking({ released: true }), 'unclear', 'Maksun tila on epäselvä', 'Tilaa tarkistetaan'),
  is('to be settled', unresolved(), 'unclear', 'Maksun tila on epäselvä', 'Tila epäselvä'),
  is('approved for nothing', approved({ chargedMinor: 0, moneyMoved: 'unknown' }), 'unclear', 'Maksun tila on epäselvä', 'Tila epäselvä'),
  is(
    'an unclear refund',
    checking({ kind: 'refund', ...BACK }),
    'unclear',
    'Palautuksen tila on epäselvä',
    'Tilaa tarkistetaan',
    '−55,00 €',
  ),
  is('an unclear void', unresolved({ kind: 'void', ...BACK }), 'unclear', 'Mitätöinnin tila on epäselvä', 'Tila epäselvä', '−55,00 €'),
];

/** Not charged, or not given back: nothing moved. */
const nothingMoved: readonly Outcome[] = [
  not('declined by the bank', notCharged('declined', 'host-51'), 'declined', 'Maksu hylätty', 'Hylätty: kate ei riitä'),
  not('declined without a reason', notCharged('declined', null), 'declined', 'Maksu hylätty', 'Hylätty'),
  not('cancelled by the desk', notCharged('cancelled', 'by-desk'), 'cancelled-by-desk', 'Maksu peruutettu', 'Peruutettu kassalta'),
  not('cancelled by the guest', notCharged('cancelled', 'by-guest'), 'cancelled-by-guest', 'Maksu peruutettu', 'Asiakas peruutti'),
  not('cancelled, nobody knows by whom', notCharged('cancelled', null), 'cancelled', 'Maksu peruutettu', 'Peruutettu'),
  not('timed out', notCharged('timed-out', 'timeout'), 'timed-out', 'Maksu aikakatkaistiin', 'Aikakatkaistu'),
  not('busy', notCharged('refused', 'busy'), 'busy', 'Päätelaite on varattu'),
  not('inactive', notCharged('refused', 'inactive'), 'not-started', 'Päätelaite on epäaktiivinen'),
  not('not connected', notCharged('refused', 'not-connected'), 'not-started', 'Päätelaite ei ole yhteydessä'),
  not('unknown terminal', notCharged('refused', 'unknown-terminal'), 'not-started', 'Päätelaite ei ole yhteydessä'),
  not('not sent', notCharged('refused', 'not-sent'), 'not-started', 'Maksua ei lähetetty'),
  not('not authorised', notCharged('refused', 'not-authorised'), 'not-started', 'Kirjautuminen Netsiin ei onnistu'),
  not('a reason of a later version', notCharged('refused', 'moon-phase'), 'not-started', 'Maksua ei lähetetty'),
  not(
    'a declined refund',
    notCharged('declined', null, { kind: 'refund', ...BACK }),
    'declined',
    'Palautus hylätty',
    'Palautus · Hylätty',
    '−55,00 €',
  ),
  not(
    'a cancelled refund',
    notCharged('cancelled', 'by-desk', { kind: 'refund', ...BACK }),
    'cancelled-by-desk',
    'Palautus peruutettu',
    'Peruutettu kassalta',
    '−55,00 €',
  ),
  not(
    'a refund that timed out',
    notCharged('timed-out', 'timeout', { kind: 'refund', ...BACK }),
    'timed-out',
    'Palautus aikakatkaistiin',
    'Aikakatkaistu',
    '−55,00 €',
  ),
  not(
    'a declined void',
    notCharged('declined', null, { kind: 'void', ...BACK }),
    'declined',
    'Mitätöinti hylätty',
    'Mitätöinti · Hylätty',
    '−55,00 €',
  ),
  not(
    'a void that comes too late',
    notCharged('refused', 'not-latest', { kind: 'void', ...BACK }),
    'not-started',
    'Mitätöinti ei ole enää mahdollinen',
    'Mitätöinti ei ole enää mahdollinen',
    '−55,00 €',
  ),
];

/** Each way in which a payment can end, from the members of a real view. */
export const outcomes: readonly Outcome[] = [...charged, ...backOrSaid, ...unknown, ...nothingMoved];
