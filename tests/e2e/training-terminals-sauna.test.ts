import { test } from '@playwright/test';
import { trainingTerminals } from '../../electron/training/training-terminals.ts';
import { playAtTerminal } from '../support/desk/play-at-terminal.ts';
import { oneLaunch } from '../support/desk/started.ts';
import { trainingPlays } from '../support/desk/training-plays.ts';

const training = oneLaunch(async ({ launch }) => {
  const launched = await launch({ training: true });
  await launched.desk.ready();
  return launched;
});

for (const { name } of trainingTerminals.slice(8, 15)) {
  const play = trainingPlays[name];
  if (play === undefined) continue;
  test(`a sale at ${name} ends as the name says, and the export equals the ledger`, () => playAtTerminal(training(), name, play));
}
