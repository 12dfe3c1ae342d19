import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { launchFlags } from '../support/electron-path.ts';
import { type PackedKind, packagedProgram } from '../support/packaged-program.ts';

/** Runs the packed program until it ends, or until it has shown that it goes on running. */
async function start(kind: PackedKind, flags: readonly string[]): Promise<{ code: number | null; stderr: string; data: string }> {
  const data = test.info().outputPath('data');
  const child = spawn(packagedProgram(kind), [...launchFlags(), `--user-data-dir=${data}`, ...flags], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    if (stderr.includes('DevTools listening')) child.kill('SIGKILL');
  });
  const goesOn = setTimeout(() => child.kill('SIGKILL'), 60_000);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearTimeout(goesOn);
  return { code, stderr, data };
}

for (const given of [
  '--remote-debugging-port=0',
  '-remote-debugging-port=0',
  '--remote-debugging-pipe',
  '--inspect=0',
  '--inspect-brk=0',
  '--load-extension=/tmp',
  '--host-resolver-rules=MAP * 127.0.0.1',
  '--ignore-certificate-errors',
  '--proxy-bypass-list=*',
  '--disable-web-security',
  '--js-flags=--expose-gc',
  '--log-net-log',
]) {
  test(`the shipped binary refuses ${given} in one line, and does nothing`, async () => {
    const { code, stderr, data } = await start('release', [given]);
    const name = /^--?([^=]+)/.exec(given)?.[1];
    expect(stderr.split('\n').filter((line) => line.startsWith('willba-pos:'))).toEqual([
      `willba-pos: the switch --${name} is not allowed`,
    ]);
    expect(stderr).not.toMatch(/listening/i);
    expect(code).toBe(2);
    expect(existsSync(`${data}/payments.db`)).toBe(false);
  });
}

test('a flag that needs no window is refused with such a switch as well', async () => {
  const { code, stderr } = await start('release', ['--self-check', '--inspect=0']);
  expect(stderr).toContain('willba-pos: the switch --inspect is not allowed');
  expect(code).toBe(2);
});

test('the copy that tests steer takes the two switches for that, and no other', async () => {
  const { code, stderr } = await start('inspectable', ['--inspect=0', '--remote-debugging-port=0', '--host-resolver-rules=x']);
  expect(stderr).toContain('willba-pos: the switch --host-resolver-rules is not allowed');
  expect(code).toBe(2);
});
