import { expect, test } from '@playwright/test';
import { openNetsDesk } from '../support/desk/nets-desk.ts';
import { oneLaunch } from '../support/desk/started.ts';

const nets = oneLaunch((started) => openNetsDesk(started));

/** What is typed, and what the sentence at the field must speak of. */
const badAmounts: ReadonlyArray<readonly [what: string, text: string, says: RegExp]> = [
  ['nothing', '', /summa/i],
  ['only spaces', '   ', /summa/i],
  ['zero', '0', /nolla|suurempi/i],
  ['zero with decimals', '0,00', /nolla|suurempi/i],
  ['a negative amount', '-12,50', /negatiivi|miinus/i],
  ['too much', '1000000', /999\s999,99/],
  ['far too much', '99999999999999999999', /999\s999,99/],
  ['three decimals', '12,505', /desimaali|sent/i],
  ['letters', 'kaksitoista', /numero|summa/i],
  ['digits and letters', '12e3', /numero|summa/i],
  ['two decimal signs', '12,5,0', /numero|summa/i],
  ['an ambiguous dot', '1.250', /1250|1\s250|tuhan|epäselvä/i],
  ['an ambiguous comma', '1,250', /1250|1\s250|tuhan|epäselvä/i],
];

for (const [what, text, says] of badAmounts) {
  test(`the amount ${JSON.stringify(text)} (${what}) is refused at the field in a sentence`, async () => {
    const { desk, posts } = nets();
    await desk.typeReference('R-8001');
    await desk.typeAmount(text);
    await desk.pay();
    await expect(desk.amount).toHaveAttribute('aria-invalid', 'true');
    await expect(desk.amount).toHaveAccessibleDescription(says);
    await expect(desk.waiting).toBeHidden();
    await desk.page.keyboard.press('F9');
    await desk.page.keyboard.press('Enter');
    await expect(desk.amount).toHaveValue(text);
    expect(posts()).toBe(0);
  });
}

const badReferences: ReadonlyArray<readonly [what: string, text: string, says: RegExp]> = [
  ['ten thousand characters', 'R'.repeat(10_000), /pitkä|merkki/i],
  ['a null character', 'R-1\u0000', /merkk/i],
  ['an escape character', 'R-1\u001b[31m', /merkk/i],
  ['a right-to-left override', 'R-1\u202e0001', /merkk/i],
  ['a card number', '4111 1111 1111 1111', /kort/i],
  ['a card number with dashes in words', 'Huone 12, kortti 5555-5555-5555-4444', /kort/i],
];

for (const [what, text, says] of badReferences) {
  test(`a reference of ${what} is refused at the field`, async () => {
    const { desk, posts } = nets();
    await desk.typeAmount('12,50');
    await desk.typeReference(text);
    await desk.pay();
    await expect(desk.reference).toHaveAttribute('aria-invalid', 'true');
    await expect(desk.reference).toHaveAccessibleDescription(says);
    await expect(desk.waiting).toBeHidden();
    expect(posts()).toBe(0);
    await desk.typeReference('');
  });
}

test('nothing of all this is in the journal, and a good sale works at once', async () => {
  const { desk, readExport, expectAgreement } = nets();
  const strange = (await readExport()).filter(({ amountMinor }) => amountMinor !== 1250);
  expect(strange).toEqual([]);
  await desk.startSale({ amount: '1.250,00', reference: 'Ässä & Öljy <b>"1"</b> 💳' });
  await desk.waitForOutcome('paid');
  await desk.expectText('1 250,00 €');
  await desk.expectText('Ässä & Öljy <b>"1"</b> 💳');
  await expectAgreement();
  await desk.newSale();
});

for (const [text, minor] of [
  ['12,5', 1250],
  ['12.50', 1250],
  ['1 250,00', 125_000],
  ['€12', 1200],
  ['999 999,99', 99_999_999],
  ['0,01', 1],
] as const) {
  test(`the amount ${text} is understood as ${minor} cents`, async () => {
    const { desk, latest } = nets();
    await desk.startSale({ amount: text, reference: `OK ${minor} ${text.length}` });
    // Above this PC's limit it is asked about.
    if (minor > 200_000) await desk.button(/^Veloita 999 999,99/).click();
    await desk.waitForOutcome('paid');
    expect(await latest()).toMatchObject({ amountMinor: minor, chargedMinor: minor });
    await desk.newSale();
  });
}

test('a contract call with bad input is refused whole, and nothing starts', async () => {
  const { page, posts, readExport } = nets();
  const before = { posts: posts(), rows: (await readExport()).length };
  const good = {
    idempotencyKey: 'bad-input-attempt',
    mode: 'production',
    amountMinor: 1250,
    reference: '',
    terminalId: '71000001',
    confirmed: [],
  };
  const bad: readonly unknown[] = [
    null,
    [],
    {},
    { ...good, mode: 'training' },
    { ...good, mode: undefined },
    { ...good, amountMinor: 12.5 },
    { ...good, amountMinor: 0 },
    { ...good, amountMinor: -1250 },
    { ...good, amountMinor: 100_000_000 },
    { ...good, amountMinor: '1250' },
    { ...good, amountMinor: Number.NaN },
    { ...good, reference: 'x'.repeat(81) },
    { ...good, reference: '4111111111111111' },
    { ...good, reference: 'a\u0000b' },
    { ...good, terminalId: '' },
    { ...good, terminalId: '../../login' },
    { ...good, confirmed: ['whatever'] },
  ];
  for (const input of bad) {
    const result = await page.evaluate(async (given) => {
      const { pos } = window as unknown as { pos: { startSale: (value: unknown) => Promise<{ ok: boolean }> } };
      return pos.startSale(given).catch((cause: unknown) => ({ ok: 'rejected', cause: String(cause) }));
    }, input);
    expect(result.ok, JSON.stringify(input)).toBe(false);
  }
  expect(posts()).toBe(before.posts);
  const started = (await readExport()).slice(before.rows).filter(({ state }) => state !== 'refused');
  expect(started).toEqual([]);
});
