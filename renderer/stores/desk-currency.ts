import { useMirror } from './mirror.ts';

/** The property's currency; all sums typed at this desk are in it. */
export const deskCurrency = (): string => useMirror.getState().snapshot?.desk.currency || 'EUR';
