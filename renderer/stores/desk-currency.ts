import { useMirror } from './mirror.ts';

/** The property's currency: what is typed at this desk is so many of it. */
export const deskCurrency = (): string => useMirror.getState().snapshot?.desk.currency || 'EUR';
