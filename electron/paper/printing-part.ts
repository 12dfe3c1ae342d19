import type { PrintingChoice } from '../../shared/paper-kinds.ts';
import { ok } from '../../shared/result.ts';
import type { Refuse } from '../desk/refusals.ts';
import type { Part } from '../program/part.ts';
import type { Changed } from '../program/publication.ts';
import type { PaperDevice } from './ports.ts';

export type PrintingSettings = {
  readonly choice: () => PrintingChoice;
  /** @returns false if another account has the program open: the settings are in use there. */
  readonly choose: (choice: PrintingChoice) => boolean;
};

/** How this PC prints: chosen once, for all accounts. */
export const printingPart = (
  device: PaperDevice,
  settings: PrintingSettings,
  { refuse, changed }: { readonly refuse: Refuse; readonly changed: Changed },
) =>
  ({
    slices: { printing: settings.choice },
    commands: {
      async printers() {
        const found = await device.printers();
        return found.ok ? ok([...found.value]) : refuse('printers-unavailable');
      },
      choosePrinting(choice) {
        if (!settings.choose(choice)) return refuse('open-elsewhere');
        changed('printing');
        return ok(null);
      },
    },
  }) satisfies Part;
