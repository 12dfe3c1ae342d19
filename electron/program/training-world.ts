import { join } from 'node:path';
import { usualPrinting } from '../../shared/paper-kinds.ts';
import { trainingDesk } from '../settings/desk-settings.ts';
import { makePrivateFolder, writeOwn } from '../system/private-files.ts';
import { trainingFolder, type World, type WorldParts } from './worlds.ts';

/** The world of training. The simulator is loaded only here, so that a production start does not pay for it. */
export async function trainingWorld({ dataFolder, settings, language, writeSettings }: WorldParts): Promise<World> {
  const { startTraining } = await import('../training/start-training.ts');
  const { simulator, credentials, pointOfSale, terminals } = await startTraining();
  const folder = trainingFolder(dataFolder);
  makePrivateFolder(folder);
  // Tells a trainer or a test the simulator's address, where its ledger can be read. No real money is in it.
  writeOwn(join(folder, 'simulator.json'), `${JSON.stringify({ baseUrl: simulator.baseUrl })}\n`);
  let printing = settings?.printing ?? usualPrinting;
  let desk = trainingDesk(settings, language.current(), pointOfSale);
  return {
    desk: () => ({ ...desk, language: language.current() }),
    language,
    choosePointOfSale(name) {
      desk = { ...desk, pointOfSale: name };
    },
    // For this run: an exercise puts nobody on the desk's own list.
    addOperator(name) {
      desk = { ...desk, operators: [...desk.operators, name] };
    },
    chooseCutOver(cutOverHour) {
      desk = { ...desk, cutOverHour };
    },
    chooseAskAbove(askAboveMinor) {
      desk = { ...desk, askAboveMinor };
    },
    merchant: settings?.merchant ?? null,
    printing: () => printing,
    choosePrinting(choice) {
      // The printer is this PC's, whatever is printed: the one thing that training stores in the settings.
      if (settings !== null) writeSettings?.({ ...settings, printing: choice });
      printing = choice;
    },
    directoryRead: () => false,
    terminals: terminals.map(({ terminalId, name, active, location, pointOfSale: place }) => ({
      terminalId,
      name,
      active,
      location,
      pointOfSale: place,
    })),
    strapi: null,
    // Nobody outside hears of an exercise.
    willba: null,
    linkKeys: () => [],
    nets: { baseUrl: simulator.baseUrl, username: credentials.username, credentials: () => credentials },
    // Exercises need no backup, and the simulator's cards are nobody's.
    keeping: null,
    folder,
    obstacle: () => null,
    secretsForThisRunOnly: () => false,
    ready: Promise.resolve(),
    close: () => simulator.close(),
  };
}
