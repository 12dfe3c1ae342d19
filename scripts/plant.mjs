// npm run plant -- [words of a name]: plants one bug after the other into a copy of the program and shows which test catches it.
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bugs } from '../tests/planted/bugs.mjs';
import { exitWith, projectRoot, run, SetupError, since } from './bootstrap/command.mjs';
import { asNode } from './bootstrap/electron-runtime.mjs';
import { prepare } from './bootstrap/prepare.mjs';

const COPIED = ['electron', 'shared', 'scripts', 'tests', 'renderer', 'package.json', 'vitest.config.ts', 'tsconfig.base.json'];
/** The quick ones first; the real database and the real sockets only where those saw nothing. */
const SUITES = [
  ['--project', 'unit', 'payments', 'nets', 'desk', 'settings', 'shared', 'masking', 'renderer'],
  ['--project', 'integration', 'storage', 'chaos'],
  ['--project', 'integration', 'http', 'ipc', 'strapi', 'nets', 'program'],
];

const wanted = process.argv.slice(2).join(' ');
const chosen = bugs.filter(({ name }) => name.includes(wanted));

try {
  const electron = await prepare();
  const copy = await copyProject();
  try {
    const clean = await firstFailure(electron.path, copy);
    if (clean !== null) throw new SetupError(`the tests fail without any planted bug: ${clean}`);
    let missed = 0;
    for (const bug of chosen) {
      const start = performance.now();
      const file = join(copy, bug.file);
      const original = await readFile(file, 'utf8');
      if (original.split(bug.find).length !== 2)
        throw new SetupError(`"${bug.name}": its place does not stand exactly once in ${bug.file}`);
      await writeFile(
        file,
        original.replace(bug.find, () => bug.plant),
      );
      const caughtBy = await firstFailure(electron.path, copy, [nearest(bug.file), ...SUITES]);
      await writeFile(file, original);
      if (caughtBy === null) missed += 1;
      process.stdout.write(
        `${caughtBy === null ? 'MISSED' : 'caught'}  ${bug.name} (${since(start)})\n        ${caughtBy ?? 'no test went red'}\n`,
      );
    }
    process.stdout.write(`${chosen.length - missed} of ${chosen.length} planted bugs caught\n`);
    process.exitCode = missed > 0 || chosen.length === 0 ? 1 : 0;
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
} catch (error) {
  exitWith(error);
}

/** The project itself is never touched: a bug that stayed in it would be worse than none planted. */
async function copyProject() {
  const copy = await mkdtemp(join(tmpdir(), 'willba-pos-planted-'));
  for (const name of COPIED) await cp(join(projectRoot, name), join(copy, name), { recursive: true });
  await symlink(join(projectRoot, 'node_modules'), join(copy, 'node_modules'), 'dir');
  await mkdir(join(copy, '.cache'), { recursive: true });
  return copy;
}

/** The tests of the subject that the bug stands in: most are caught there, within seconds. */
function nearest(/** @type {string} */ file) {
  const [room = '', subject = ''] = file.split('/');
  return ['--project', 'unit', `tests/unit/${room === 'electron' ? subject : room}/`, '--passWithNoTests'];
}

/**
 * @param {string} electron
 * @param {string} copy
 * @param {readonly string[][]} suites
 * @returns {Promise<string | null>} the name of the first test that fails, or null when all pass
 */
async function firstFailure(electron, copy, suites = SUITES) {
  for (const suite of suites) {
    const report = join(copy, '.cache', 'report.json');
    await rm(report, { force: true });
    const vitest = join(copy, 'node_modules', 'vitest', 'vitest.mjs');
    const args = [vitest, 'run', '--root', copy, '--bail=1', '--reporter=json', `--outputFile=${report}`, ...suite];
    const { code, output } = await run(electron, args, { env: asNode, timeout: 1_200_000 });
    if (code === 0) continue;
    const results = JSON.parse(await readFile(report, 'utf8').catch(() => '{"testResults":[]}'));
    for (const file of results.testResults) {
      for (const test of file.assertionResults) if (test.status === 'failed') return test.fullName;
      if (file.status === 'failed' && file.message) return `${file.name.slice(copy.length + 1)}: ${file.message.split('\n')[0]}`;
    }
    return output.trim().split('\n').at(-1) ?? 'the test runner failed';
  }
  return null;
}
