import type { Commands, SliceChanges, SliceName, Slices } from '../../shared/ipc/contract.ts';
import { type Intersection, joinByName } from '../../shared/join-by-name.ts';

export type SliceReaders = { readonly [N in SliceName]: () => Slices[N] };

/** What one subject brings to the program. All of it is optional. */
export type Part = {
  readonly commands?: Partial<Commands>;
  readonly slices?: Partial<SliceReaders>;
  /** What an event contains instead of a whole slice, if the whole would be too much. */
  readonly changes?: Partial<{ readonly [N in SliceName]: () => SliceChanges[N] }>;
  /** A payment has its first row, has changed, or more is known about it. */
  readonly paymentChanged?: (paymentId: string) => void;
  /** Called once, when all parts are made and the runner has taken up what an earlier run left open. */
  readonly start?: () => void;
  /** The system woke up. */
  readonly wake?: () => void;
  readonly close?: () => void;
};

type Brought<P extends Part, K extends 'commands' | 'slices'> = P extends { readonly [M in K]: infer B } ? B : never;
/** Empty if no part brings any. */
type Joined<P extends Part, K extends 'commands' | 'slices'> = [Brought<P, K>] extends [never]
  ? Record<never, never>
  : Intersection<Brought<P, K>>;

/**
 * Joins several parts into one. They are called in this order, and closed in reverse.
 *
 * @throws Error if two of them claim the same command or slice
 */
export function joinParts<const P extends readonly Part[]>(...parts: P) {
  const bring = <K extends 'commands' | 'slices'>(what: K) =>
    joinByName(what, ...parts.map((part) => part[what] ?? {})) as unknown as Joined<P[number], K>;
  return {
    commands: bring('commands'),
    slices: bring('slices'),
    changes: joinByName('change', ...parts.map((part) => part.changes ?? {})) as NonNullable<Part['changes']>,
    paymentChanged(paymentId: string): void {
      for (const part of parts) part.paymentChanged?.(paymentId);
    },
    start(): void {
      for (const part of parts) part.start?.();
    },
    wake(): void {
      for (const part of parts) part.wake?.();
    },
    close(): void {
      for (const part of parts.toReversed()) part.close?.();
    },
  };
}
