import { powerSaveBlocker } from 'electron';

/** Keeps the system from going to sleep by itself. The display may turn off, and a person may still close the lid. */
export function createKeepAwake(): (needed: boolean) => void {
  let blocker: number | null = null;
  return (needed) => {
    if (needed && blocker === null) blocker = powerSaveBlocker.start('prevent-app-suspension');
    if (needed || blocker === null) return;
    powerSaveBlocker.stop(blocker);
    blocker = null;
  };
}
