import { DayCloseScreen } from './screens/day-close/DayCloseScreen.tsx';
import { PaymentsScreen } from './screens/payments/PaymentsScreen.tsx';
import type { PageName } from './stores/view.ts';

/** The screen of a tab beside the till. */
export function Pages({ page }: { readonly page: Exclude<PageName, 'till'> }) {
  switch (page) {
    case 'payments':
      return <PaymentsScreen />;
    case 'day-close':
      return <DayCloseScreen />;
  }
}
