import { useMirror } from './mirror.ts';
import { useView } from './view.ts';

/** A dialog lies over the screen: keys are meant for it, and not for what is under it. */
export const isCovered = (): boolean => useView.getState().dialog !== null || (useMirror.getState().snapshot?.closing ?? null) !== null;
