import { z } from 'zod';
import { holdsCardNumber } from '../../shared/card-number.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { currencyProblem } from './currency-problem.ts';
import { isLoopback } from './loopback.ts';

const MAX_FILE_CHARACTERS = 5_000_000;

const text = (max: number) => z.string().trim().min(1).max(max);

/** Secrets travel to these addresses, so they are encrypted on the way unless they never leave this machine. */
export const serviceUrl = z
  .string()
  .max(2_000)
  .superRefine((value, context) => {
    const url = URL.parse(value);
    if (url === null) context.addIssue({ code: 'custom', message: 'is not an address' });
    else if (url.username !== '' || url.password !== '')
      context.addIssue({ code: 'custom', message: 'must not hold a user name or password' });
    else if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
      context.addIssue({ code: 'custom', message: 'http: is accepted for loopback addresses only, use https:' });
    } else if (url.protocol !== 'https:' && url.protocol !== 'http:') {
      context.addIssue({ code: 'custom', message: 'must begin with https:' });
    }
  })
  .transform((value) => value.replace(/\/+$/, ''));

const terminalSchema = z.object({
  terminalId: text(40),
  name: text(80).refine((name) => !holdsCardNumber(name), 'holds what may be a card number'),
  active: z.boolean().default(true),
  location: z.string().trim().max(80).default(''),
  pointOfSale: z.string().trim().max(80).nullish(),
});

export const currencyCode = z.string().superRefine((code, context) => {
  const message = currencyProblem(code);
  if (message !== null) context.addIssue({ code: 'custom', message });
});
export const timeZone = z.string().refine(isTimeZone, 'is not a time zone');

/** The file that support hands over (`interfaces.md`). Members it does not know are ignored: a newer file still imports. */
export const provisioningSchema = z.object({
  version: z.literal(1, { error: 'only version 1 can be read' }),
  property: text(120),
  currency: currencyCode,
  timeZone: timeZone.default('Europe/Helsinki'),
  support: z.object({ name: text(80), phone: text(40) }).optional(),
  operators: z.array(text(80)).max(200).optional(),
  nets: z.object({ baseUrl: serviceUrl, username: text(200), password: z.string().min(1).max(500) }).optional(),
  strapi: z
    .object({ baseUrl: serviceUrl, token: z.string().min(1).max(4_000), outboxToken: z.string().min(1).max(4_000).optional() })
    .optional(),
  willba: z
    .object({
      webhookUrl: serviceUrl.optional(),
      webhookSecret: z
        .string()
        .regex(/^whsec_[A-Za-z0-9+/=]+$/, 'must begin with whsec_ and go on in base64')
        .optional(),
      linkKey: z.string().min(1).max(500).optional(),
    })
    .optional(),
  terminals: z
    .array(terminalSchema)
    .max(5_000)
    .superRefine((terminals, context) => {
      const seen = new Set<string>();
      for (const [index, { terminalId }] of terminals.entries()) {
        if (seen.has(terminalId))
          context.addIssue({ code: 'custom', path: [index, 'terminalId'], message: `${terminalId} is there twice` });
        seen.add(terminalId);
      }
    })
    .optional(),
  pointOfSale: text(80).optional(),
});

export type Provisioning = z.infer<typeof provisioningSchema>;

/**
 * Reads a provisioning file's text.
 * @returns the parsed file, or one line that says what is wrong and where. The line never repeats a secret.
 */
export function parseProvisioning(content: string): Result<Provisioning, string> {
  if (content.length > MAX_FILE_CHARACTERS) return failed('the provisioning file is too large');
  let json: unknown;
  try {
    json = JSON.parse(content.replace(/^\ufeff/, ''));
  } catch {
    // The engine's own message quotes the text around the fault, which may be a password.
    return failed('the provisioning file is not JSON');
  }
  const parsed = provisioningSchema.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  const where = issue === undefined || issue.path.length === 0 ? 'the file' : issue.path.join('.');
  return failed(`the provisioning file is not valid: ${where}: ${issue?.message ?? 'unknown fault'}`);
}

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
