import { expect, test } from '@playwright/test';
import { freshStart } from '../support/desk/started.ts';
import { asked, endedWell, linkOf, openLink, requestOn } from '../support/desk/willba-desk.ts';

const started = freshStart();

test('on a PC that is not set up, and in training, a link says so where it was opened', async () => {
  const link = linkOf(asked());
  // What stands behind the link is no flag, also at the start.
  const { page, desk, userDataDir } = await started.launch({ flags: [link, '--training'] });
  const { refused, form } = requestOn(page);
  await expect(refused).toBeVisible();
  await expect(desk.button(/^Harjoittelutila/)).toBeVisible();
  await expect(page.getByText(/HARJOITTELUTILA/)).toHaveCount(0);
  await refused.getByRole('button', { name: 'Sulje' }).click();
  await expect(refused).toBeHidden();
  endedWell(await openLink(userDataDir, link));
  await expect(refused).toContainText('ei ole vielä otettu käyttöön');

  await desk.button(/^Harjoittelutila/).click();
  await desk.ready();
  endedWell(await openLink(userDataDir, link));
  await expect(refused).toContainText('harjoittelutilassa');
  await expect(form).toBeHidden();
  await expect(desk.amount).toHaveValue('');
});
