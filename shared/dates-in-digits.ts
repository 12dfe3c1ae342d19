import type { DigitRun } from './digit-runs.ts';

const PARTS = 3;

/**
 * The digits of a run that belong to a date (`23.11.2026`, `2026-11-23`): a guest's two days in a row look like a card number. If the
 * date's sign continues before or after it, it is not a date: a card number may have such groups.
 */
export function dateDigits({ values, group, gaps }: DigitRun): ReadonlySet<number> {
  const starts: number[] = [];
  for (const [index, one] of group.entries()) if (index === 0 || group[index - 1] !== one) starts.push(index);
  const found = new Set<number>();
  for (let one = 0; one + PARTS <= starts.length; one += 1) {
    const [begin = 0, second = 0, third = 0] = starts.slice(one, one + PARTS);
    const end = starts[one + PARTS] ?? values.length;
    if (end - begin > 8 || !isApart(gaps, one)) continue;
    const parts = [values.slice(begin, second), values.slice(second, third), values.slice(third, end)];
    if (isDate(parts)) for (let index = begin; index < end; index += 1) found.add(index);
  }
  return found;
}

/** Whether the three parts have the same sign between them, and another one or none around them. */
function isApart(gaps: readonly string[], first: number): boolean {
  const sign = gaps[first + 1] ?? '';
  if (!/^[./-]$/.test(sign) || gaps[first + 2] !== sign) return false;
  return gaps[first] !== sign && gaps[first + PARTS] !== sign;
}

function isDate(parts: readonly (readonly number[])[]): boolean {
  const [a = [], b = [], c = []] = parts;
  const dayFirst = a.length <= 2 && b.length <= 2 && c.length === 4;
  const yearFirst = a.length === 4 && b.length === 2 && c.length === 2;
  if (!dayFirst && !yearFirst) return false;
  const [day, month, year] = (yearFirst ? [c, b, a] : [a, b, c]).map((digits) => Number(digits.join('')));
  return isWithin(day, 1, 31) && isWithin(month, 1, 12) && isWithin(year, 1900, 2099);
}

const isWithin = (value: number | undefined, least: number, most: number): boolean =>
  value !== undefined && value >= least && value <= most;
