import { test } from '@playwright/test';
import { launchApp } from '../support/desk/launch.ts';
test('explore', async () => {
  const it = await launchApp({ training: true });
  try {
    const { page, desk } = it;
    await desk.ready().catch(() => undefined);
    console.log(await page.locator('body').ariaSnapshot());
    await desk.typeAmount('12,50'); await desk.typeReference('R-1');
    await desk.pay();
    await page.waitForTimeout(1500);
    console.log(await page.locator('body').ariaSnapshot());
    await desk.pickTerminal('Päätelaite I – hyväksyy');
    await page.waitForTimeout(500);
    console.log(await page.locator('body').ariaSnapshot());
    await desk.waitForOutcome('paid');
    console.log(await page.locator('body').ariaSnapshot());
    console.log(await desk.text());
    console.log(JSON.stringify(await it.readExport(), null, 1));
    await desk.newSale();
    console.log(await page.locator('body').ariaSnapshot());
    const fs = await import('node:fs');
    console.log(fs.readdirSync(it.userDataDir), fs.readFileSync(it.userDataDir + '/training/simulator.json', 'utf8'));
    const { baseUrl } = JSON.parse(fs.readFileSync(it.userDataDir + '/training/simulator.json', 'utf8'));
    console.log(await (await fetch(baseUrl + '/training/ledger')).text());
  } finally { console.log(it.stderr()); await it.close(); }
});
