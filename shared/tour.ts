// Without zod, because the window uses it.

/** What somebody new at the desk must have handled once, in the order in which it is learned. */
export const situations = ['paid', 'declined', 'cancelled', 'unclear', 'signature'] as const;
export type Situation = (typeof situations)[number];

/** What would have cost money or a guest's trust. */
export const wrongWays = ['recorded-declined', 'charged-unclear', 'recorded-unclear', 'left-unsigned'] as const;
export type WrongWay = (typeof wrongWays)[number];

export type Tour = { done: Situation[]; wrong: WrongWay | null };
