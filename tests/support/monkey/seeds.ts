/** MONKEY_SEED: the first seed. MONKEY_SEEDS: how many. MONKEY_STEPS: how many steps each. */
const number = (name: string): number | null => {
  const text = process.env[name];
  if (text === undefined || text === '') return null;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`${name} is no number: ${text}`);
  return value;
};

const first = number('MONKEY_SEED');

export const steps = number('MONKEY_STEPS') ?? 200;
/** Ten seeds when all tests run, each some fifteen seconds of a core; one if a seed is given. MONKEY_SEEDS asks for more. */
export const seeds: readonly number[] = Array.from(
  { length: number('MONKEY_SEEDS') ?? (first === null ? 10 : 1) },
  (_, index) => (first ?? 1) + index,
);
