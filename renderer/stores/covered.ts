import { useMirror } from './mirror.ts';
import { useView } from './view.ts';

/** True while a dialog is over the screen: keys are then meant for it. */
export const isCovered = (): boolean =>
  useView.getState().covered ||
  useView.getState().keys ||
  useView.getState().dialog !== null ||
  (useMirror.getState().snapshot?.closing ?? null) !== null;
