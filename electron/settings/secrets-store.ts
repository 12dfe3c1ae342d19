import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { safeStorage } from 'electron';
import { makePrivate, PRIVATE_FILE } from '../system/private-files.ts';
import { type Sealed, sealedSchema } from './sealed-secrets.ts';

/** How long a system's keyring may take to start after log-in. */
const KEYRING_PATIENCE_MS = 5_000;

export type SecretsStore = ReturnType<typeof openSecretsStore>;

/**
 * Keeps secrets in the operating system's safe storage, one encrypted file per account. Without a real safe storage nothing is written: the
 * secrets are lost when the program closes, and the screen says so.
 */
export function openSecretsStore(folder: string) {
  const file = join(folder, 'secrets.bin');
  makePrivate(file);
  return {
    /** Null if there are none, or if this account cannot decrypt them. */
    async read(): Promise<Sealed | null> {
      if (!existsSync(file) || !(await isSafe())) return null;
      try {
        const { result } = await safeStorage.decryptStringAsync(await readFile(file));
        return sealedSchema.parse(JSON.parse(result));
      } catch {
        // The file belongs to another account or machine, so this account has no secrets.
        return null;
      }
    },
    /** @returns whether they were stored beyond this run. */
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
 * The asynchronous API is asked first, until it has its key. It starts with the program. If the keyring is still empty, both APIs would
 * make a key of their own, and what one encrypted the other could never decrypt. The synchronous API then tells whether the key is a real
 * one: without a keyring the asynchronous one accepts a fixed key.
 */
async function isSafe(): Promise<boolean> {
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return false;
  for (let waited = 0; waited < KEYRING_PATIENCE_MS; waited += 100) {
    if (await safeStorage.isAsyncEncryptionAvailable()) return safeStorage.isEncryptionAvailable();
    await wait(100);
  }
  return false;
}
