import type { KeepingSettings } from '../../shared/keeping.ts';
import { type PrintingChoice, usualPrinting } from '../../shared/paper-kinds.ts';
import { usualKeeping } from '../../shared/retention.ts';
import type { Terminal } from '../../shared/terminal.ts';
import type { SellingObstacle } from '../desk/ports.ts';
import { knowSecret } from '../masking/secrets.ts';
import { productionDesk } from '../settings/desk-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { followPlace } from '../terminals/place.ts';
import { productionFolder, type World, type WorldParts } from './worlds.ts';

/** The world of real payments: the customer's settings, this account's secrets, Nets and Strapi as set up. */
export function productionWorld({ dataFolder, settings, settingsDamaged, secrets, language, writeSettings }: WorldParts): World {
  const kept = createKept(settings, writeSettings);
  let loaded: Awaited<typeof secrets> | null = null;
  const ready = secrets.then(
    (found) => {
      // From here on they are masked in every text that is stored or shown, also in answers of Nets and Strapi.
      for (const secret of Object.values(found.secrets ?? {}).flat()) knowSecret(secret);
      loaded = found;
    },
    () => {
      // This account cannot read them. The desk shows that as `secrets-missing`.
      loaded = { secrets: null, kept: false };
    },
  );
  const nets = settings?.nets ?? null;

  function obstacle(): SellingObstacle {
    if (settings !== null && nets === null) return 'manual-only';
    if (nets === null) return settingsDamaged === true ? 'settings-damaged' : 'not-configured';
    return loaded !== null && loaded.secrets?.netsPassword == null ? 'secrets-missing' : null;
  }

  return {
    desk: () => productionDesk(kept.settings(), language.current()),
    ...kept.choices,
    merchant: settings?.merchant ?? null,
    printing: kept.printing,
    choosePrinting: kept.choosePrinting,
    directoryRead: kept.directoryRead,
    terminals: settings?.terminals ?? [],
    keeping: { settings: kept.keeping, change: kept.changeKeeping },
    strapi:
      settings?.strapi == null
        ? null
        : {
            baseUrl: settings.strapi.baseUrl,
            token: () => loaded?.secrets?.strapiToken ?? null,
            outboxToken: () => loaded?.secrets?.strapiOutboxToken ?? null,
            mayShare: () => (loaded?.secrets == null ? null : loaded.secrets.strapiOutboxToken !== null),
          },
    willba:
      settings?.willba?.webhookUrl == null
        ? null
        : { webhookUrl: settings.willba.webhookUrl, secrets: () => loaded?.secrets?.webhookSecret ?? [] },
    linkKeys: () => loaded?.secrets?.linkKey ?? [],
    nets:
      nets === null
        ? null
        : {
            ...nets,
            credentials: () => {
              const password = loaded?.secrets?.netsPassword ?? null;
              return password === null ? null : { username: nets.username, password };
            },
          },
    // Also without settings: if they were lost, the payments are still there.
    folder: productionFolder(dataFolder),
    ...{ language, obstacle, ready },
    // Only the password of Nets matters: without Nets no secret is missed after this run.
    secretsForThisRunOnly: () => nets !== null && loaded !== null && loaded.secrets !== null && !loaded.kept,
    close: async () => undefined,
  };
}

/** The settings with what may change here: the point of sale, also by the customer's directory, printing, keeping, when the day changes, and which sums are asked about. */
function createKept(settings: Settings | null, writeSettings: WorldParts['writeSettings']) {
  let current = settings;
  let printing = settings?.printing ?? usualPrinting;

  function keep(next: Settings): void {
    writeSettings?.(next);
    current = next;
  }

  return {
    settings: (): Settings | null => current,
    printing: (): PrintingChoice => printing,
    choosePrinting(choice: PrintingChoice): void {
      if (current !== null) keep({ ...current, printing: choice });
      printing = choice;
    },
    keeping: (): KeepingSettings => current?.keeping ?? usualKeeping,
    changeKeeping(change: Partial<KeepingSettings>): boolean {
      if (current === null) return false;
      keep({ ...current, keeping: { ...(current.keeping ?? usualKeeping), ...change } });
      return true;
    },
    choices: {
      addOperator(name: string): void {
        if (current !== null) keep({ ...current, addedOperators: [...(current.addedOperators ?? []), name] });
      },
      chooseCutOver(cutOverHour: number): void {
        if (current !== null) keep({ ...current, cutOverHour });
      },
      chooseAskAbove(askAboveMinor: number | null): void {
        if (current !== null) keep({ ...current, askAboveMinor });
      },
      choosePointOfSale(name: string | null): void {
        if (current === null) return;
        const { pointOfSaleId: _ofTheOneBefore, ...rest } = current;
        keep({ ...rest, pointOfSale: name, placeChosen: true });
      },
    },
    directoryRead(read: readonly Terminal[]): boolean {
      if (current === null || current.pointOfSale === null) return false;
      const { pointOfSale: name, pointOfSaleId = null } = current;
      const place = followPlace({ name, id: pointOfSaleId }, read);
      if (place === null) return false;
      keep({ ...current, pointOfSale: place.name, ...(place.id === null ? {} : { pointOfSaleId: place.id }) });
      return place.name !== name;
    },
  };
}
