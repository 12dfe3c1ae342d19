// npm run pack [-- --release]
import { exitWith } from './bootstrap/command.mjs';
import { prepare } from './bootstrap/prepare.mjs';
import { pack } from './packaging/pack.mjs';

await prepare()
  .then((electron) => pack(electron, { release: process.argv.includes('--release') }))
  .catch(exitWith);
