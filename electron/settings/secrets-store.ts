import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { safeStorage } from 'electron';
import { makePrivate, PRIVATE_FILE } from '../system/private-files.ts';
import { type Sealed, sealedSchema } from './sealed-secrets.ts';

/** How long a system's keyring may take to come up after log-in. */
const KEYRING_PATIENCE_MS = 5_000;

export type SecretsStore = ReturnType<typeof openSecretsStore>;

/**
 * Secrets in the operating system's safe storage, one encrypted file per account. Where there is no real safe storage
 * nothing is written: the secrets then live for this run only, and the screen says so.
 */
export function openSecretsStore(folder: string) {
  const file = join(folder, 'secrets.bin');
  makePrivate(file);
  return {
    /** Null where none are kept, or where this account cannot open them. */
    async read(): Promise<Sealed | null> {
      if (!existsSync(file) || !(await isSafe())) return null;
      try {
        const { result } = await safeStorage.decryptStringAsync(await readFile(file));
        return sealedSchema.parse(JSON.parse(result));
      } catch {
        // Another account's file, or another machine's: to this account they are simply not there.
        return null;
      }
    },
    /** @returns whether they were kept beyond this run. */
    async write(sealed: Sealed): Promise<boolean> {
      if (!(await isSafe())) return false;
      const encrypted = await safeStorage.encryptStringAsync(JSON.stringify(sealed));
      const fresh = `${file}.${randomUUID()}`;
      await writeFile(fresh, encrypted, { flag: 'wx', mode: PRIVATE_FILE, flush: true });
      await rename(fresh, file);
      return true;
    },
  };
}

/**
 * The asynchronous side is asked first, and asked until it has its key: it starts with the program, and where a keyring is
 * still empty both sides would make a key at once, and what one sealed the other's key would never open again. The
 * synchronous side then knows whether that key is a real one: without a keyring the asynchronous one is content with a fixed one.
 */
async function isSafe(): Promise<boolean> {
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return false;
  for (let waited = 0; waited < KEYRING_PATIENCE_MS; waited += 100) {
    if (await safeStorage.isAsyncEncryptionAvailable()) return safeStorage.isEncryptionAvailable();
    await wait(100);
  }
  return false;
}
