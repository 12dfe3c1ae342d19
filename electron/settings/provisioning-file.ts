import { z } from 'zod';
import { LATEST_CUT_OVER_HOUR } from '../../shared/cut-over.ts';
import { cutText } from '../../shared/cut-text.ts';
import { holdsHidden } from '../../shared/harmless.ts';
import { type JsonFault, readJson } from '../../shared/json-text.ts';
import { nameKey } from '../../shared/reference.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { currencyProblem } from './currency-problem.ts';
import { isLoopback } from './loopback.ts';
import { headerSecret, plainName, plainSecret } from './plain-text.ts';
import { LARGEST_FILE_BYTES, MOST_ADDRESS_LINES, MOST_OPERATORS, MOST_SECRETS, MOST_TERMINALS, tooLarge } from './provisioning-limits.ts';

/** Secrets are sent to these addresses, so the connection must be encrypted unless it stays on this machine. */
/** Used as it stands: the path of an address that is posted to may end with a slash. */
export const exactUrl = z
  .string()
  .max(2_000, { abort: true })
  .superRefine((value, context) => {
    const url = URL.parse(value);
    // The parser drops line ends and accepts invisible characters, so the address could be another than the one a person reads.
    if (/\s/u.test(value) || holdsHidden(value)) context.addIssue({ code: 'custom', message: 'holds a blank or an invisible character' });
    else if (url === null) context.addIssue({ code: 'custom', message: 'is not an address' });
    else if (url.username !== '' || url.password !== '')
      context.addIssue({ code: 'custom', message: 'must not hold a user name or password' });
    else if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
      context.addIssue({ code: 'custom', message: 'http: is accepted for loopback addresses only, use https:' });
    } else if (url.protocol !== 'https:' && url.protocol !== 'http:') {
      context.addIssue({ code: 'custom', message: 'must begin with https:' });
    }
  });
/** The base of several addresses. */
export const serviceUrl = exactUrl.transform((value) => value.replace(/\/+$/, ''));

const terminalSchema = z.object({
  terminalId: plainName(40),
  name: plainName(80),
  active: z.boolean().default(true),
  location: plainName(80, 0).default(''),
  pointOfSale: plainName(80, 0).nullish(),
});

export const currencyCode = z.string().superRefine((code, context) => {
  const message = currencyProblem(code);
  if (message !== null) context.addIssue({ code: 'custom', message });
});
export const timeZone = z.string().refine(isTimeZone, 'is not a time zone');
/** The whole hour at which the property's day changes. */
export const cutOverHour = z.int().min(0).max(LATEST_CUT_OVER_HOUR);

const webhookSecret = z
  .string()
  .max(1_000, { abort: true })
  .regex(/^whsec_[A-Za-z0-9+/]{2,}={0,2}$/, 'must begin with whsec_ and go on in base64');

/** While a secret is being changed the file holds the new one and the old one, the newest first. */
const oneOrSeveral = (secret: z.ZodType<string>) => z.union([secret, z.array(secret).min(1).max(MOST_SECRETS)]);

/** Who the guest has paid, for the head of a receipt. */
export const merchantSchema = z.object({
  name: plainName(120),
  businessId: plainName(40),
  address: z.array(plainName(120)).max(MOST_ADDRESS_LINES),
});
export type Merchant = z.infer<typeof merchantSchema>;

/** The file that support hands over (`interfaces.md`). Unknown members are ignored, so that a newer file can be imported. */
export const provisioningSchema = z.object({
  version: z.literal(1, { error: 'only version 1 can be read' }),
  property: plainName(120),
  currency: currencyCode,
  timeZone: timeZone.default('Europe/Helsinki'),
  cutOverHour: cutOverHour.optional(),
  support: z.object({ name: plainName(80), phone: plainName(40) }).optional(),
  operators: z.array(plainName(80)).max(MOST_OPERATORS).superRefine(refuseSameNames).optional(),
  nets: z.object({ baseUrl: serviceUrl, username: plainSecret(200), password: plainSecret(500) }).optional(),
  strapi: z.object({ baseUrl: serviceUrl, token: headerSecret(4_000), outboxToken: headerSecret(4_000).optional() }).optional(),
  willba: z
    .object({
      webhookUrl: exactUrl.optional(),
      webhookSecret: oneOrSeveral(webhookSecret).optional(),
      linkKey: oneOrSeveral(plainSecret(500)).optional(),
    })
    .optional(),
  terminals: z
    .array(terminalSchema)
    .max(MOST_TERMINALS)
    .superRefine((terminals, context) => {
      const seen = new Set<string>();
      for (const [index, { terminalId }] of terminals.entries()) {
        if (seen.has(terminalId))
          context.addIssue({ code: 'custom', path: [index, 'terminalId'], message: `${terminalId} is there twice` });
        seen.add(terminalId);
      }
    })
    .optional(),
  pointOfSale: plainName(80).optional(),
  merchant: merchantSchema.optional(),
});

export type Provisioning = z.infer<typeof provisioningSchema>;

/** Refuses two names that read the same: nobody could tell afterwards which person it was. */
function refuseSameNames(names: readonly string[], context: z.RefinementCtx): void {
  const seen = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    const key = nameKey(name);
    const earlier = seen.get(key);
    if (earlier !== undefined)
      context.addIssue({ code: 'custom', path: [index], message: `is read as the same name as operators.${earlier}` });
    else seen.set(key, index);
  }
}

/**
 * Reads a provisioning file's bytes. Only UTF-8 is accepted: in another encoding a password would be read as a different one.
 * @returns the parsed file, or one line that says what is wrong and where. The line never repeats a secret.
 */
export function readProvisioning(bytes: Uint8Array): Result<Provisioning, string> {
  if (bytes.length > LARGEST_FILE_BYTES) return failed(TOO_LARGE);
  try {
    return parseProvisioning(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return failed(`the provisioning file is not UTF-8 (line ${lineOfBadByte(bytes)}); save it again as UTF-8`);
  }
}

const TOO_LARGE = `the provisioning file is too large (more than ${LARGEST_FILE_BYTES} bytes)`;

function lineOfBadByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    const next = end === -1 ? bytes.length : end + 1;
    try {
      decoder.decode(bytes.subarray(start, next));
    } catch {
      return line;
    }
    start = next;
  }
  return line;
}

/** Reads a provisioning file's text; see {@link readProvisioning}. */
export function parseProvisioning(content: string): Result<Provisioning, string> {
  if (content.length > LARGEST_FILE_BYTES) return failed(TOO_LARGE);
  const json = readJson(content);
  if (!json.ok) return failed(faultText(json.error));
  const large = tooLarge(json.value);
  if (large !== null) return failed(`the provisioning file is not valid: ${large}`);
  const parsed = provisioningSchema.safeParse(json.value);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  const where = issue === undefined || issue.path.length === 0 ? 'the file' : issue.path.join('.');
  return failed(`the provisioning file is not valid: ${where}: ${issue?.message ?? 'unknown fault'}`);
}

function faultText(fault: JsonFault): string {
  switch (fault.kind) {
    case 'not-json':
      return 'the provisioning file is not JSON';
    case 'too-deep':
      return `the provisioning file is not valid: line ${fault.line}: it is nested too deeply`;
    case 'twice':
      return `the provisioning file is not valid: ${cutText(fault.member, 80)}: stands twice (line ${fault.line})`;
  }
}

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
