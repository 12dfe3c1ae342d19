// npm run attack: tries what attackers and odd machines do, on the real parts and on the packed program. Prints what got through, by kind.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildIfStale } from './bootstrap/build.mjs';
import { exitWith, projectRoot, say, since } from './bootstrap/command.mjs';
import { prepare } from './bootstrap/prepare.mjs';
import { pack } from './packaging/pack.mjs';
import { playwright } from './suites/playwright.mjs';
import { vitest } from './suites/vitest.mjs';

/** Test files by the beginning of their path. The first match gives the kind. */
const KINDS = /** @type {const} */ ([
  ['environment', ['tests/integration/http/environment', 'tests/integration/http/always-verified']],
  [
    'servers',
    [
      'tests/integration/http/',
      'tests/integration/hostile-answers/',
      'tests/integration/not-nets/',
      'tests/integration/strapi/',
      'tests/integration/willba/webhook',
    ],
  ],
  ['links', ['tests/unit/willba/payment-link', 'tests/unit/shell/opened-link', 'tests/integration/willba/links', 'tests/e2e/links']],
  ['texts and sizes', ['tests/integration/outside-texts/', 'tests/unit/masking/']],
  [
    'files',
    [
      'tests/integration/storage/private-files',
      'tests/unit/settings/provisioning',
      'tests/e2e/bad-provisioning',
      'tests/e2e/refused-starts',
    ],
  ],
  ['the door between window and program', ['tests/unit/ipc/']],
  ['switches', ['tests/unit/shell/switches', 'tests/packaged/switches']],
  ['the page', ['tests/unit/shell/', 'tests/e2e/security', 'tests/e2e/no-network', 'tests/e2e/page-comes-back']],
]);
const filesIn = (/** @type {string} */ folder) => KINDS.flatMap(([, paths]) => paths.filter((path) => path.startsWith(`tests/${folder}/`)));

try {
  const electron = await prepare();
  await buildIfStale(electron);
  await pack(electron);
  const start = performance.now();
  const show = { show: false };
  const results = await Promise.all([
    vitest(electron, 'unit', filesIn('unit'), show),
    vitest(electron, 'integration', filesIn('integration'), show),
    playwright(electron, 'e2e', ['e2e'], filesIn('e2e'), show),
    playwright(electron, 'packaged', ['packaged'], filesIn('packaged'), show),
  ]);
  const attempts = [
    ...(await ofVitest('unit')),
    ...(await ofVitest('integration')),
    ...(await ofPlaywright('e2e')),
    ...(await ofPlaywright('packaged')),
  ];
  let through = 0;
  for (const [kind] of KINDS) {
    const tried = attempts.filter(({ file }) => kindOf(file) === kind);
    const gotThrough = tried.filter(({ held }) => !held);
    through += gotThrough.length;
    say(`${kind}: ${tried.length} tried, ${gotThrough.length} got through`);
    for (const { name } of gotThrough) say(`  ${name}`);
    if (tried.length === 0) through += 1;
  }
  say(`${attempts.length} attempts in ${since(start)}`);
  // The slowest text for each place that reads one.
  for (const { output } of results) for (const [line] of output.matchAll(/^held longest by .*$/gm)) say(line);
  process.exitCode = through > 0 ? 1 : 0;
} catch (error) {
  exitWith(error);
}

/** @typedef {{ file: string, name: string, held: boolean }} Attempt */

function kindOf(/** @type {string} */ file) {
  return KINDS.find(([, paths]) => paths.some((path) => file.startsWith(path)))?.[0];
}

async function reportOf(/** @type {string} */ suite) {
  return JSON.parse(await readFile(join(projectRoot, 'test-results', `${suite}.json`), 'utf8'));
}

/** @returns {Promise<Attempt[]>} */
async function ofVitest(/** @type {string} */ suite) {
  const { testResults } = await reportOf(suite);
  return testResults.flatMap(
    (/** @type {{ name: string, assertionResults: { fullName: string, status: string }[] }} */ { name: path, assertionResults }) =>
      assertionResults.map(({ fullName, status }) => ({
        file: path.slice(projectRoot.length + 1),
        name: fullName,
        held: status === 'passed',
      })),
  );
}

/** @typedef {{ specs?: { file: string, title: string, ok: boolean }[], suites?: Suite[] }} Suite */

/** @returns {Promise<Attempt[]>} */
async function ofPlaywright(/** @type {string} */ suite) {
  const { suites, config } = await reportOf(suite);
  const folder = config.projects.find((/** @type {{ name: string }} */ { name }) => name === suite).testDir.slice(projectRoot.length + 1);
  const specsOf = (/** @type {Suite} */ { specs = [], suites: inner = [] }) => [
    ...specs,
    .../** @type {NonNullable<Suite['specs']>} */ (inner.flatMap(specsOf)),
  ];
  return suites.flatMap(specsOf).map((/** @type {{ file: string, title: string, ok: boolean }} */ { file, title, ok }) => ({
    file: `tests/${suite}/${file.split('/').at(-1)}`,
    name: `${folder}: ${title}`,
    held: ok,
  }));
}
