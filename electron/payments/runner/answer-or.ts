import type { PaymentPublisher } from '../ports.ts';

/** An adapter that throws has a bug. The payment is then as unknown as it is after a lost answer, never guessed. */
export async function answerOr<T, F>(publisher: PaymentPublisher, work: () => Promise<T>, fallback: F): Promise<T | F> {
  try {
    return await work();
  } catch (cause) {
    publisher.broke(cause);
    return fallback;
  }
}
