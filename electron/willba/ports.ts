import type { Post } from '../outbox/ports.ts';

/** One event for Willba. `sequence` rises over all events of one installation; `body` is the same text at every try. */
export type OutboxEvent = { readonly sequence: number; readonly id: string; readonly body: string };

export type PostEvent = Post<OutboxEvent>;
