import { describe, expect, it } from 'vitest';
import { createConfigurationStore } from '../../../electron/settings/configuration-store.ts';
import { parseProvisioning } from '../../../electron/settings/provisioning-file.ts';
import type { Sealed } from '../../../electron/settings/sealed-secrets.ts';
import { applyProvisioning, type Settings, settingsSchema } from '../../../electron/settings/settings.ts';

function imported(username: string, earlier: Settings | null = null, more: object = {}) {
  const nets = { baseUrl: 'https://nets.example', username, password: `password-of-${username}` };
  const parsed = parseProvisioning(JSON.stringify({ version: 1, property: 'Hotelli', currency: 'EUR', nets, ...more }));
  if (!parsed.ok) throw new Error(parsed.error);
  return applyProvisioning(parsed.value, earlier);
}

function stores() {
  const disk = { settings: null as Settings | null, sealed: null as Sealed | null, full: false };
  const store = createConfigurationStore({
    settings: {
      isDamaged: () => false,
      read: () => disk.settings,
      write(settings) {
        if (disk.full) throw new Error('no room');
        disk.settings = settings;
      },
      writeLanguage: () => undefined,
    },
    secrets: {
      read: async () => disk.sealed,
      async write(sealed) {
        disk.sealed = sealed;
        return true;
      },
    },
  });
  const passwordAtNextStart = async () => (await store.read().secrets).secrets?.netsPassword;
  return { disk, store, passwordAtNextStart };
}

describe('a configuration', () => {
  it('is kept whole, and read back', async () => {
    const { disk, store, passwordAtNextStart } = stores();
    const next = imported('hotel');
    expect(await (await store.keep(next)).secrets).toEqual({ secrets: next.secrets, kept: true });
    expect(disk.settings).toEqual(next.settings);
    expect(await passwordAtNextStart()).toBe('password-of-hotel');
  });

  it('that cannot be kept changes nothing: the next start still has its log-in', async () => {
    const { disk, store, passwordAtNextStart } = stores();
    await store.keep(imported('hotel'));
    disk.full = true;
    await expect(store.keep(imported('other'))).rejects.toThrow('no room');
    expect(disk.settings?.nets?.username).toBe('hotel');
    expect(await passwordAtNextStart()).toBe('password-of-hotel');
  });
});

describe('settings that nobody could work with', () => {
  it.each([
    ['an address', { nets: { baseUrl: 'nets.example', username: 'hotel' } }],
    ['a time zone', { timeZone: 'Mars/Olympus' }],
    ['a currency', { currency: 'euro' }],
    ['a currency that does not exist', { currency: 'ABC' }],
    ['a currency whose decimals are in doubt', { currency: 'HUF' }],
  ])('are none: %s', (_what, change) => {
    const { settings } = imported('hotel');
    expect(settingsSchema.safeParse(settings).success).toBe(true);
    expect(settingsSchema.safeParse({ ...settings, ...change }).success).toBe(false);
  });
});

describe('this PC’s place', () => {
  const file = { pointOfSale: 'Vastaanotto' };

  it('comes from the file while nobody has chosen one', () => {
    const { settings } = imported('hotel');
    expect(settings.pointOfSale).toBeNull();
    expect(imported('hotel', settings, file).settings.pointOfSale).toBe('Vastaanotto');
  });

  it('is known by its id to the Strapi it was learned from, and to no other', () => {
    const strapi = (baseUrl: string) => ({ ...file, strapi: { baseUrl, token: 't' } });
    const learned: Settings = { ...imported('hotel', null, strapi('https://a.example')).settings, pointOfSaleId: '1' };
    expect(imported('hotel', learned, strapi('https://a.example')).settings).toMatchObject({ pointOfSaleId: '1' });
    expect(imported('hotel', learned, strapi('https://b.example')).settings).not.toHaveProperty('pointOfSaleId');
  });

  it('stays as it was chosen, also as none, however often a file is imported', () => {
    const { settings } = imported('hotel', null, file);
    expect(imported('hotel', { ...settings, pointOfSale: 'Sauna' }, file).settings.pointOfSale).toBe('Sauna');
    const none: Settings = { ...settings, pointOfSale: null, placeChosen: true };
    const again = imported('hotel', none, file).settings;
    expect(again).toMatchObject({ pointOfSale: null, placeChosen: true });
    expect(imported('hotel', again, file).settings.pointOfSale).toBeNull();
  });
});
