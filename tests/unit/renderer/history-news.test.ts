import { expect, it } from 'vitest';
import { withNews } from '../../../renderer/stores/history.ts';
import type { PaymentView } from '../../../shared/payment.ts';

const row = (id: string, state: PaymentView['state'] = 'checking') => ({ id, state }) as PaymentView;
const pages = new Map([
  [0, [row('a'), row('b')]],
  [3, [row('c')]],
]);

it('puts what was told of a payment into its row, and leaves every other row and page as it was', () => {
  const approved = row('c', 'approved');
  const now = withNews(pages, [approved, row('unknown')]);
  expect(now.get(3)).toEqual([approved]);
  expect(now.get(0)).toBe(pages.get(0));
  expect(pages.get(3)?.[0]?.state).toBe('checking');
});

it('changes nothing where no row was told of', () => {
  expect(withNews(pages, [row('unknown')])).toBe(pages);
});
