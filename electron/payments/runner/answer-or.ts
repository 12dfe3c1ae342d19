import type { PaymentPublisher } from '../ports.ts';

/** An adapter that throws has a bug. The payment is then unknown, as after a lost answer; nothing is guessed. */
export async function answerOr<T, F>(publisher: PaymentPublisher, work: () => Promise<T>, fallback: F): Promise<T | F> {
  try {
    return await work();
  } catch (cause) {
    publisher.broke(cause);
    return fallback;
  }
}
