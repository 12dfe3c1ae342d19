import { randomBytes } from 'node:crypto';
import { createNetsSimulator, type NetsSimulator } from './nets-simulator.ts';
import { TRAINING_POINT_OF_SALE, trainingTerminals } from './training-terminals.ts';

export type Training = {
  readonly simulator: NetsSimulator;
  readonly credentials: { readonly username: string; readonly password: string };
  readonly pointOfSale: string;
  readonly terminals: typeof trainingTerminals;
};

/** Starts the virtual terminals on loopback, with a password for this run only. */
export async function startTraining(): Promise<Training> {
  const credentials = { username: 'harjoittelu', password: randomBytes(24).toString('base64url') };
  const simulator = await createNetsSimulator({ terminals: trainingTerminals, ...credentials });
  return { simulator, credentials, pointOfSale: TRAINING_POINT_OF_SALE, terminals: trainingTerminals };
}
