import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSecretsStore } from '../../../electron/settings/secrets-store.ts';

const sealed = {
  secrets: { netsPassword: 'nets-secret', strapiToken: null, strapiOutboxToken: null, webhookSecret: [], linkKey: [] },
  givenFor: { nets: null, strapi: null, willba: null },
};

/**
 * Both sides of Electron's safe storage over one keyring, as they were seen to behave: the asynchronous one looks for its key
 * when the program starts and is there some questions later; the synchronous one looks when it is first asked. Whoever finds
 * none makes one. Of two made the keyring gives one ever after: here the older.
 */
class Keyring {
  kept: string | null = null;
  make(): string {
    const key = randomUUID();
    this.kept ??= key;
    return key;
  }
}
class SafeStorage {
  private readonly found: string | null;
  private asyncKey: string | null = null;
  private syncKey: string | null = null;
  private questions = 0;
  constructor(
    private readonly keyring: Keyring | null,
    private readonly backend: string,
  ) {
    this.found = keyring?.kept ?? null;
  }
  getSelectedStorageBackend(): string {
    return this.backend;
  }
  isEncryptionAvailable(): boolean {
    this.syncKey ??= this.keyring ? (this.keyring.kept ?? this.keyring.make()) : null;
    return this.syncKey !== null;
  }
  async isAsyncEncryptionAvailable(): Promise<boolean> {
    this.questions += 1;
    if (this.questions < 3) return false;
    this.asyncKey ??= this.keyring ? (this.found ?? this.keyring.make()) : 'fixed key';
    return true;
  }
  async encryptStringAsync(plain: string): Promise<Buffer> {
    if (this.asyncKey === null) throw new Error('the process would end here');
    return Buffer.from(JSON.stringify({ key: this.asyncKey, plain }));
  }
  async decryptStringAsync(sealed: Buffer): Promise<{ result: string }> {
    const { key, plain } = JSON.parse(String(sealed));
    if (key !== this.asyncKey) throw new Error('Error while decrypting');
    return { result: plain };
  }
}

const electron = vi.hoisted(() => ({ safeStorage: {} as object }));
vi.mock('electron', () => ({
  get safeStorage() {
    return electron.safeStorage;
  },
}));
const startWith = (keyring: Keyring | null, backend = 'gnome_libsecret') => {
  electron.safeStorage = new SafeStorage(keyring, backend);
};

describe('secrets in the safe storage of the system', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'willba-secrets-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('opens after a restart what was the first thing ever kept in this keyring', async () => {
    const keyring = new Keyring();
    startWith(keyring);
    expect(await openSecretsStore(folder).write(sealed)).toBe(true);
    startWith(keyring);
    expect(await openSecretsStore(folder).read()).toEqual(sealed);
  });

  it.each([
    ['the system has none', 'basic_text'],
    ['the keyring does not answer, and a fixed key stands in', 'gnome_libsecret'],
  ])('writes nothing where %s', async (_, backend) => {
    startWith(null, backend);
    expect(await openSecretsStore(folder).write(sealed)).toBe(false);
    expect(existsSync(join(folder, 'secrets.bin'))).toBe(false);
  });

  it('finds nothing in what another account sealed', async () => {
    startWith(new Keyring());
    await openSecretsStore(folder).write(sealed);
    const other = new Keyring();
    other.make();
    startWith(other);
    expect(await openSecretsStore(folder).read()).toBeNull();
  });
});
