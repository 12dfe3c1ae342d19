// npm run plant -- [words of a name]: plants one bug after another into a copy of the program and shows which test catches it, and that
// the test passes without it.
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { bugs } from '../tests/planted/bugs.mjs';
import { exitWith, projectRoot, run, SetupError, since } from './bootstrap/command.mjs';
import { asNode } from './bootstrap/electron-runtime.mjs';
import { prepare } from './bootstrap/prepare.mjs';

/** In any folder: what is made or fetched (a whole Strapi, for one). The rest is copied: the tests read the documents too. */
const NOT_COPIED = new Set(['node_modules', '.cache', '.git', 'out', 'dist', 'test-results', 'demo-output']);
/** The fast suites first. The slow ones, with the real database and real sockets, run only if those found nothing. */
const SUITES = [
  ['--project', 'unit'],
  ['--project', 'integration', 'storage', 'chaos'],
  ['--project', 'integration', 'http', 'ipc', 'strapi', 'nets', 'program', 'willba'],
];

/**
 * Which test file caught each bug the last time. It is tried first, so that a whole run takes minutes. Only a cache: every bug is tested
 * anew.
 */
const memory = join(projectRoot, 'tests', 'planted', 'caught-by.json');
/** Subjects that are tested through the whole program. */
const OVER_THE_WHOLE_PROGRAM = new Set(['desk', 'other-desks', 'payments', 'receipts', 'settings', 'storage', 'terminals']);
/** How many bugs are tested at once, each in its own copy. */
const JOBS = 2;

/** The test files that passed without any bug in this run. */
const green = new Set();

const wanted = process.argv.slice(2).join(' ');
const chosen = bugs.filter(({ name }) => name.includes(wanted));

/** @typedef {{ file: string, test: string }} Failure the first test that went red */

try {
  const electron = await prepare();
  /** @type {Record<string, string>} */
  const caughtBy = JSON.parse(await readFile(memory, 'utf8').catch(() => '{}'));
  const copies = await Promise.all(Array.from({ length: JOBS }, copyProject));
  try {
    const waiting = [...chosen];
    /** @type {(Failure | null)[]} */
    const ends = [];
    await Promise.all(
      copies.map(async (copy) => {
        for (let bug = waiting.shift(); bug; bug = waiting.shift()) {
          const start = performance.now();
          const failure = await plant(electron.path, copy, bug, caughtBy[bug.name]);
          if (failure) await expectGreenWithoutBug(electron.path, copy, failure);
          ends.push(failure);
          if (failure) await remember(caughtBy, bug.name, failure.file);
          process.stdout.write(
            `${failure ? 'caught' : 'MISSED'}  ${bug.name} (${since(start)})\n        ${failure?.test ?? 'no test went red'}\n`,
          );
        }
      }),
    );
    const missed = ends.filter((failure) => failure === null).length;
    process.stdout.write(`${chosen.length - missed} of ${chosen.length} planted bugs caught\n`);
    process.exitCode = missed > 0 || chosen.length === 0 ? 1 : 0;
  } finally {
    for (const copy of copies) await rm(copy, { recursive: true, force: true });
  }
} catch (error) {
  exitWith(error);
}

/** Saved at once, so that a stopped run keeps its results. Bugs that no longer exist are removed from the file. */
async function remember(/** @type {Record<string, string>} */ caughtBy, /** @type {string} */ bug, /** @type {string} */ testFile) {
  caughtBy[bug] = testFile;
  const known = bugs.flatMap(({ name }) => (caughtBy[name] ? [[name, caughtBy[name]]] : []));
  await writeFile(memory, `${JSON.stringify(Object.fromEntries(known), null, 2)}\n`);
}

/**
 * @param {string} electron
 * @param {string} copy
 * @param {import('../tests/planted/bugs.mjs').Bug} bug
 * @param {string} [lastTime] the test file that caught it then
 */
async function plant(electron, copy, bug, lastTime) {
  const file = join(copy, bug.file);
  const original = await readFile(file, 'utf8');
  if (original.split(bug.find).length !== 2) throw new SetupError(`"${bug.name}": its place does not stand exactly once in ${bug.file}`);
  await writeFile(
    file,
    original.replace(bug.find, () => bug.plant),
  );
  const first = [...(lastTime ? [only(lastTime)] : []), ...(await importing(copy, bug.file))];
  const failure = await firstFailure(electron, copy, [...first, ...nearest(bug.file), ...SUITES]);
  await writeFile(file, original);
  return failure;
}

/**
 * A test that is red anyway has caught nothing. Only the files that went red are run again, each once, in a copy without a bug: all suites
 * would take ten minutes before the first answer.
 */
async function expectGreenWithoutBug(/** @type {string} */ electron, /** @type {string} */ copy, /** @type {Failure} */ { file, test }) {
  if (green.has(file)) return;
  if (file === '') throw new SetupError(`the test runner failed: ${test}`);
  const red = await firstFailure(electron, copy, [only(file)]);
  if (red !== null) throw new SetupError(`the tests fail without any planted bug: ${red.test}`);
  green.add(file);
}

/** @param {string} testFile its folder is its project: tests/unit/… */
function only(testFile) {
  return ['--project', testFile.split('/')[1] ?? '', testFile, '--passWithNoTests'];
}

/** The project itself is never changed: a planted bug could remain in it. */
async function copyProject() {
  const copy = await mkdtemp(join(tmpdir(), 'willba-pos-planted-'));
  const filter = (/** @type {string} */ path) => !NOT_COPIED.has(basename(path));
  for (const name of (await readdir(projectRoot)).filter(filter))
    await cp(join(projectRoot, name), join(copy, name), { recursive: true, filter });
  await symlink(join(projectRoot, 'node_modules'), join(copy, 'node_modules'), 'dir');
  await mkdir(join(copy, '.cache'), { recursive: true });
  return copy;
}

/** The tests that import the bug's own file: most new bugs are caught there within seconds. */
async function importing(/** @type {string} */ copy, /** @type {string} */ file) {
  const suites = [];
  for (const project of ['unit', 'integration']) {
    const folder = join('tests', project);
    const all = (await readdir(join(copy, folder), { recursive: true })).filter((name) => name.endsWith('.test.ts'));
    const texts = await Promise.all(all.map(async (name) => ({ name, text: await readFile(join(copy, folder, name), 'utf8') })));
    const files = texts.filter(({ text }) => text.includes(`/${file}'`)).map(({ name }) => join(folder, name));
    if (files.length > 0) suites.push(['--project', project, ...files]);
  }
  return suites;
}

/** The tests of the bug's own subject. */
function nearest(/** @type {string} */ file) {
  const [room = '', folder = ''] = file.split('/');
  const subject = room === 'electron' ? folder : room;
  const wholeProgram = OVER_THE_WHOLE_PROGRAM.has(subject) ? ['tests/integration/program/'] : [];
  return [
    ['--project', 'unit', `tests/unit/${subject}/`, '--passWithNoTests'],
    ['--project', 'integration', `tests/integration/${subject}/`, ...wholeProgram, '--passWithNoTests'],
  ];
}

/**
 * @param {string} electron
 * @param {string} copy
 * @param {readonly string[][]} suites
 * @returns {Promise<Failure | null>} null when all pass
 */
async function firstFailure(electron, copy, suites) {
  for (const suite of suites) {
    const report = join(copy, '.cache', 'report.json');
    await rm(report, { force: true });
    const vitest = join(copy, 'node_modules', 'vitest', 'vitest.mjs');
    // A test that waits for what the bug took away would wait its whole minute.
    const args = [
      vitest,
      'run',
      '--root',
      copy,
      '--bail=1',
      '--expect.poll.timeout=15000',
      '--reporter=json',
      `--outputFile=${report}`,
      ...suite,
    ];
    const { code, output } = await run(electron, args, { env: asNode, timeout: 1_200_000 });
    if (code === 0) continue;
    const results = JSON.parse(await readFile(report, 'utf8').catch(() => '{"testResults":[]}'));
    for (const { name, status, message, assertionResults } of results.testResults) {
      const file = name.slice(copy.length + 1);
      for (const test of assertionResults) if (test.status === 'failed') return { file, test: test.fullName };
      if (status === 'failed' && message) return { file, test: `${file}: ${message.split('\n')[0]}` };
    }
    return { file: '', test: output.trim().split('\n').at(-1) ?? 'the test runner failed' };
  }
  return null;
}
