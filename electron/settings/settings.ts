import { z } from 'zod';
import { keepingSettingsSchema } from '../../shared/keeping.ts';
import { MAX_AMOUNT_MINOR } from '../../shared/money.ts';
import { printingChoiceSchema } from '../../shared/paper.ts';
import type { Environment } from '../../shared/payment.ts';
import { nameKey } from '../../shared/reference.ts';
import { terminalSchema } from '../../shared/terminal.ts';
import { isLoopback } from './loopback.ts';
import { currencyCode, cutOverHour, exactUrl, merchantSchema, type Provisioning, serviceUrl, timeZone } from './provisioning-file.ts';

/** Nets' only test host. */
const NETS_TEST_HOST = 'connectcloud-test.aws.nets.eu';

/**
 * What this PC stores unencrypted, with the same rules as the file. Settings that cannot be used count as damaged. Secrets are not here:
 * see {@link Secrets}.
 */
export const settingsSchema = z.object({
  version: z.literal(1),
  property: z.string(),
  currency: currencyCode,
  timeZone,
  /** Earlier versions knew midnight only. */
  cutOverHour: cutOverHour.default(0),
  support: z.object({ name: z.string(), phone: z.string() }).nullable(),
  operators: z.array(z.string()),
  /** Names that were added at this PC; no file that is imported removes them. */
  addedOperators: z.array(z.string()).exactOptional(),
  nets: z.object({ baseUrl: serviceUrl, username: z.string() }).nullable(),
  strapi: z.object({ baseUrl: serviceUrl }).nullable(),
  willba: z.object({ webhookUrl: exactUrl.nullable() }).nullable(),
  terminals: z.array(terminalSchema).nullable(),
  /** This PC's place. It stays when a file is imported again: a new password does not move the PC. */
  pointOfSale: z.string().nullable(),
  /** The place's id in Strapi, learned when the place was seen there. */
  pointOfSaleId: z.string().exactOptional(),
  /** Somebody chose the place (or "none") at this PC; an imported file never overrules that. */
  placeChosen: z.literal(true).exactOptional(),
  /** Who the guest has paid. Absent if the file did not say, or was imported by a version that did not keep it. */
  merchant: merchantSchema.exactOptional(),
  /** How this PC prints, once somebody chose. An imported file never overrules it. */
  printing: printingChoiceSchema.exactOptional(),
  /** A larger sum is asked about before it is charged, in minor units; null: none is. Absent until somebody chose. */
  askAboveMinor: z.int().min(1).max(MAX_AMOUNT_MINOR).nullable().exactOptional(),
  /** How long card data is kept here, and where the backups go; without it, as usual. No file that is imported changes it. */
  keeping: keepingSettingsSchema.exactOptional(),
});
export type Settings = z.infer<typeof settingsSchema>;

/** Earlier versions stored one secret, or null. */
const severalSecrets = z
  .union([z.null().transform(() => []), z.string().transform((one) => [one]), z.array(z.string())])
  .transform((list): readonly string[] => list);

export const secretsSchema = z.object({
  netsPassword: z.string().nullable(),
  strapiToken: z.string().nullable(),
  strapiOutboxToken: z.string().nullable(),
  /** The newest first; several while one is being changed. */
  webhookSecret: severalSecrets,
  linkKey: severalSecrets,
});
export type Secrets = z.infer<typeof secretsSchema>;

export const noSecrets: Secrets = { netsPassword: null, strapiToken: null, strapiOutboxToken: null, webhookSecret: [], linkKey: [] };

/** What this PC runs with. Secrets come late, because a keyring may take a moment. `kept`: stored beyond this run. */
export type Configuration = {
  readonly settings: Settings | null;
  /** There are settings, but they cannot be read. */
  readonly settingsDamaged?: boolean;
  readonly secrets: Promise<{ readonly secrets: Secrets | null; readonly kept: boolean }>;
};

/** A configuration that is about to be stored and used. */
export type NewConfiguration = { readonly settings: Settings; readonly secrets: Secrets };

/** Everybody at this desk: the file's names, and those added here that the file does not have by now. */
export function operatorsOf({ operators, addedOperators = [] }: Pick<Settings, 'operators' | 'addedOperators'>): readonly string[] {
  const known = new Set(operators.map(nameKey));
  // Without names in the file nobody is asked who they are.
  return operators.length === 0 ? operators : [...operators, ...addedOperators.filter((name) => !known.has(nameKey(name)))];
}

/** Splits an imported file into what may be stored unencrypted and what may not. This PC's own choices are taken from `earlier`. */
export function applyProvisioning(file: Provisioning, earlier: Settings | null): NewConfiguration {
  return {
    settings: {
      version: 1,
      property: file.property,
      currency: file.currency,
      timeZone: file.timeZone,
      cutOverHour: file.cutOverHour ?? earlier?.cutOverHour ?? 0,
      support: file.support ?? null,
      operators: [...new Set(file.operators ?? [])],
      ...(earlier?.addedOperators === undefined ? {} : { addedOperators: earlier.addedOperators }),
      nets: file.nets === undefined ? null : { baseUrl: file.nets.baseUrl, username: file.nets.username },
      strapi: file.strapi === undefined ? null : { baseUrl: file.strapi.baseUrl },
      willba: file.willba === undefined ? null : { webhookUrl: file.willba.webhookUrl ?? null },
      terminals: file.terminals?.map((terminal) => ({ ...terminal, pointOfSale: terminal.pointOfSale || null })) ?? null,
      ...placeOf(file, earlier),
      ...(file.merchant === undefined ? {} : { merchant: file.merchant }),
      ...(earlier?.printing === undefined ? {} : { printing: earlier.printing }),
      ...askAboveOf(file, earlier),
      ...(earlier?.keeping === undefined ? {} : { keeping: earlier.keeping }),
    },
    secrets: {
      netsPassword: file.nets?.password ?? null,
      strapiToken: file.strapi?.token ?? null,
      strapiOutboxToken: file.strapi?.outboxToken ?? null,
      webhookSecret: severalOf(file.willba?.webhookSecret),
      linkKey: severalOf(file.willba?.linkKey),
    },
  };
}

/** The same digits are another sum in another currency. */
const askAboveOf = (file: Provisioning, earlier: Settings | null): Pick<Settings, 'askAboveMinor'> =>
  earlier?.askAboveMinor === undefined || earlier.currency !== file.currency ? {} : { askAboveMinor: earlier.askAboveMinor };

const severalOf = (given: string | readonly string[] | undefined): readonly string[] => [given ?? []].flat();

function placeOf(file: Provisioning, earlier: Settings | null): Pick<Settings, 'pointOfSale' | 'pointOfSaleId' | 'placeChosen'> {
  if (earlier === null || (earlier.pointOfSale === null && earlier.placeChosen !== true)) return { pointOfSale: file.pointOfSale ?? null };
  const { pointOfSale, pointOfSaleId, placeChosen } = earlier;
  // Another Strapi uses that id for another place.
  const sameStrapi = earlier.strapi?.baseUrl === file.strapi?.baseUrl;
  return {
    pointOfSale,
    ...(pointOfSaleId === undefined || !sameStrapi ? {} : { pointOfSaleId }),
    ...(placeChosen === undefined ? {} : { placeChosen }),
  };
}

/**
 * Whether money really moves; only the host decides. Nets has several production hosts, so only hosts that are known to move no money count
 * as a test: Nets' test host and this machine. Every other host, even an unknown one, counts as real.
 */
export function environmentOf(settings: Pick<Settings, 'nets'>): Environment {
  const url = settings.nets === null ? null : URL.parse(settings.nets.baseUrl);
  // The parser has already put the host into one spelling. A full stop at its end names the same host.
  const host = url?.hostname.replace(/\.$/, '') ?? '';
  return host === NETS_TEST_HOST || isLoopback(host) ? 'test' : 'production';
}
