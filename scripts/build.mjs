// npm run build
import { build } from './bootstrap/build.mjs';
import { exitWith } from './bootstrap/command.mjs';
import { prepare } from './bootstrap/prepare.mjs';

await prepare().then(build).catch(exitWith);
