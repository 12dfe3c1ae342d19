import type { PosErrorCode } from '../../shared/errors.ts';
import type { CommandInput, CommandResult } from '../../shared/ipc/contract.ts';
import { type failed, ok, type Result } from '../../shared/result.ts';
import { losesPayments, type PendingPayments, savedConnections, withConnections } from './connections.ts';
import type { Provisioning } from './provisioning-file.ts';
import { applyProvisioning, type Configuration, type NewConfiguration, type Secrets, type Settings } from './settings.ts';

/** Stores settings and secrets, and asks a person for a file. */
export interface SettingsKeeper {
  /** The file that a person chose, read and checked; null if they cancelled. The failure is one line for support. */
  chooseFile(): Promise<Result<Provisioning, string> | null>;
  /** The folder that a person chose; null if they cancelled. */
  chooseFolder(): Promise<string | null>;
  /** What is stored now, perhaps since then by another account; null if nothing is. */
  read(): Configuration | null;
  writeSettings(settings: Settings): void;
  /** @returns what this PC runs with from now on, and whether its secrets are stored beyond this run. */
  keep(next: NewConfiguration): Promise<Configuration>;
  /** Payments in this PC's journal that are open or unresolved. */
  pending(): PendingPayments;
}

/** Stores nothing: the windowless program has nobody to ask. */
export const noKeeper: SettingsKeeper = {
  chooseFile: async () => null,
  chooseFolder: async () => null,
  read: () => null,
  writeSettings: () => undefined,
  keep: async ({ settings, secrets }) => ({ settings, secrets: Promise.resolve({ secrets, kept: false }) }),
  pending: () => ({ any: true, login: null }),
};

type Settled<N extends 'importFile' | 'savedConnections' | 'saveConnections'> = Promise<CommandResult<N>>;

/** The commands with which support changes a running program: file, log-ins, addresses. Each takes effect at once or changes nothing. */
export function createSettingsCommands(parts: {
  readonly keeper: SettingsKeeper;
  readonly configuration: () => Configuration;
  /** Switches to another configuration. Refused before anything is stored, while a guest waits, and in training. */
  readonly reopen: (keep: () => Promise<Configuration>) => Promise<Result<null, PosErrorCode>>;
  readonly fail: (code: PosErrorCode) => ReturnType<typeof failed<Extract<CommandResult<'saveConnections'>, { ok: false }>['error']>>;
}) {
  const { keeper, fail } = parts;

  const use = (next: NewConfiguration): Promise<Result<null, PosErrorCode>> => parts.reopen(() => keeper.keep(next));

  let before: Promise<unknown> = Promise.resolve();
  /** Each work makes a new configuration from the present one. Two at once would undo each other's change. */
  function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
    const done = before.then(work);
    before = done.catch(() => undefined);
    return done;
  }

  /**
   * Runs the work with the secrets of the present settings. While the keyring is awaited, somebody may choose a place or import a file;
   * then it starts again.
   */
  async function withKnown<T>(work: (settings: Settings | null, secrets: Secrets | null) => Promise<T>): Promise<T> {
    for (;;) {
      const { secrets } = parts.configuration();
      const found = await secrets;
      const done = await oneAtATime(async () => {
        const now = parts.configuration();
        return now.secrets === secrets ? { is: await work(now.settings, found.secrets) } : null;
      });
      if (done !== null) return done.is;
    }
  }

  const losesLookups = (next: Settings): boolean => losesPayments(next, parts.configuration().settings, keeper.pending());

  return {
    async importFile(): Settled<'importFile'> {
      const file = await keeper.chooseFile();
      if (file === null) return ok({ outcome: 'cancelled' });
      if (!file.ok) return ok({ outcome: 'refused', why: file.error });
      return oneAtATime(async () => {
        const next = applyProvisioning(file.value, parts.configuration().settings);
        if (losesLookups(next.settings)) return fail('login-in-use');
        const used = await use(next);
        return used.ok ? ok({ outcome: 'imported' }) : fail(used.error);
      });
    },

    async savedConnections(): Settled<'savedConnections'> {
      return withKnown(async (settings, secrets) => (settings === null ? fail('not-configured') : ok(savedConnections(settings, secrets))));
    },

    async saveConnections(change: CommandInput<'saveConnections'>): Settled<'saveConnections'> {
      return withKnown(async (settings, secrets) => {
        if (settings === null) return fail('not-configured');
        const next = withConnections(change, settings, secrets);
        if (!next.ok) return fail(next.error);
        if (losesLookups(next.value.settings)) return fail('login-in-use');
        const used = await use(next.value);
        return used.ok ? ok(null) : fail(used.error);
      });
    },
  };
}
