import { expect, type Locator } from '@playwright/test';

/** Chooses it, and waits until it is chosen: where main keeps the choice, that is a moment after the press. */
export async function tick(box: Locator): Promise<void> {
  if (!(await box.isChecked())) await box.click();
  await expect(box).toBeChecked();
}

export async function untick(box: Locator): Promise<void> {
  if (await box.isChecked()) await box.click();
  await expect(box).not.toBeChecked();
}
