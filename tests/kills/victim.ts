import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PaymentStateName } from '../../shared/payment.ts';
import type { FromProgram, Orders, ToProgram } from './messages.ts';

const entry = fileURLToPath(new URL('program-process.ts', import.meta.url));
/** The program's compiled code, kept between its many starts. */
const compiled = join(tmpdir(), 'willba-pos-kills-compiled');
const OPEN: readonly string[] = ['created', 'sent', 'cancelling', 'checking'] satisfies PaymentStateName[];

/** How a process ended: by SIGKILL, or by itself with this code. */
export type Ending = 'killed' | number;

export type Victim = {
  send(message: ToProgram): void;
  kill(): void;
  /** Never rejects. */
  readonly ended: Promise<Ending>;
  /** What it complained of. */
  complaints(): string;
  states(): ReadonlyMap<string, PaymentStateName>;
  /** True when it came true; false when the process ended, or the time was over, first. */
  until(met: (seen: Seen) => boolean, limitMs: number): Promise<boolean>;
};

type Seen = {
  readonly ready: Extract<FromProgram, { type: 'ready' }> | null;
  readonly started: ReadonlyMap<string, Extract<FromProgram, { type: 'started' }>>;
  readonly states: ReadonlyMap<string, PaymentStateName>;
  /** One for each link that was opened. */
  readonly opened: readonly Extract<FromProgram, { type: 'opened' }>[];
};

/** Starts program-process.ts on the same runtime as this process. */
export function startVictim(orders: Orders): Victim {
  const child: ChildProcess = spawn(process.execPath, [entry, JSON.stringify(orders)], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_COMPILE_CACHE: compiled },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const started = new Map<string, Extract<FromProgram, { type: 'started' }>>();
  const states = new Map<string, PaymentStateName>();
  const opened: Extract<FromProgram, { type: 'opened' }>[] = [];
  const waiting = new Set<() => void>();
  let ready: Seen['ready'] = null;
  let over = false;
  let complaints = '';
  child.stderr?.on('data', (text: Buffer) => {
    complaints += text.toString();
  });
  const wake = (): void => {
    for (const look of [...waiting]) look();
  };
  child.on('message', (message: FromProgram) => {
    if (message.type === 'ready') ready = message;
    else if (message.type === 'opened') opened.push(message);
    else if (message.type === 'started') started.set(message.idempotencyKey, message);
    else states.set(message.paymentId, message.state);
    wake();
  });
  child.on('error', () => undefined);
  const ended = new Promise<Ending>((resolve) => {
    child.once('close', (code, signal) => {
      over = true;
      wake();
      resolve(signal === 'SIGKILL' ? 'killed' : (code ?? -1));
    });
  });

  return {
    send(message) {
      // It may die at any moment, also at this one.
      if (child.connected) child.send(message, () => undefined);
    },
    kill: () => void child.kill('SIGKILL'),
    ended,
    complaints: () => complaints,
    states: () => states,
    until(met, limitMs) {
      return new Promise((resolve) => {
        const finish = (result: boolean): void => {
          clearTimeout(timer);
          waiting.delete(look);
          resolve(result);
        };
        const look = (): void => {
          if (met({ ready, started, states, opened })) finish(true);
          else if (over) finish(false);
        };
        const timer = setTimeout(() => finish(false), limitMs);
        waiting.add(look);
        look();
      });
    },
  };
}

/** The payment has ended, or is unresolved. */
export const isOver = (state: PaymentStateName | undefined): boolean => state !== undefined && !OPEN.includes(state);
