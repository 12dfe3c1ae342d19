import type { DeskSettings } from '../../shared/ipc/desk.ts';
import type { Desk } from '../desk/desk.ts';
import { createRefuse } from '../desk/refusals.ts';
import type { PaperDevice } from '../paper/ports.ts';
import { createPrinting } from '../paper/printing.ts';
import { printingPart } from '../paper/printing-part.ts';
import type { Clock } from '../payments/ports.ts';
import { receiptsPart } from '../receipts/receipts-part.ts';
import type { Storage } from '../storage/open-storage.ts';
import { systemIds } from '../system/ids.ts';
import { joinParts } from './part.ts';
import type { Changed } from './publication.ts';
import type { World } from './worlds.ts';

type Around = { readonly paper: PaperDevice; readonly clock: Pick<Clock, 'wallTime'> };

type Needs = {
  readonly desk: Pick<Desk, 'view' | 'session'>;
  readonly settings: () => DeskSettings;
  readonly isOpenElsewhere: () => boolean;
  readonly changed: Changed;
};

/** How this PC prints, and the receipts that it prints. Another subject that prints calls `createPrinting` in the same way. */
export function paperPart(world: World, storage: Storage, { paper, clock }: Around, needs: Needs) {
  const { desk, settings, isOpenElsewhere, changed } = needs;
  const refuse = createRefuse(systemIds);
  const choose = (choice: Parameters<World['choosePrinting']>[0]): boolean => {
    if (isOpenElsewhere()) return false;
    world.choosePrinting(choice);
    return true;
  };
  return joinParts(
    printingPart(paper, { choice: world.printing, choose }, { refuse, changed }),
    receiptsPart({
      find: desk.view,
      texts: storage.journal.receipts,
      head: () => {
        const { property, timeZone, language } = settings();
        return { merchant: world.merchant, property, timeZone, language };
      },
      operator: () => desk.session().operator,
      prints: storage.receiptPrints,
      printing: createPrinting(paper, world.printing),
      paper: () => world.printing().paper,
      wallTime: clock.wallTime,
      refuse,
    }),
  );
}
