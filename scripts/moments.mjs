// npm run moments: Nets, Strapi or both fail at each of ten moments. npm test runs three of them.
import { exitWith, run } from './bootstrap/command.mjs';

try {
  const args = ['scripts/test.mjs', 'e2e', 'services-gone'];
  process.exitCode = (await run(process.execPath, args, { env: { ALL_MOMENTS: '1' }, show: true })).code;
} catch (error) {
  exitWith(error);
}
