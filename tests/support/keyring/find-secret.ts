import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Every form in which bytes may hold a secret: as text, as UTF-16, in hex, and in base64 at each of its three alignments. */
function formsOf(secret: string): readonly Buffer[] {
  const raw = Buffer.from(secret, 'utf8');
  const aligned = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), raw])
      .toString('base64')
      .replace(/=+$/, '');
    // The first and the last characters also depend on what stands beside it.
    return Buffer.from(encoded.slice(Math.ceil((shift * 4) / 3) + 1, -2));
  });
  return [raw, Buffer.from(secret, 'utf16le'), Buffer.from(raw.toString('hex')), ...aligned];
}

export const holds = (bytes: Buffer, secret: string): boolean => formsOf(secret).some((form) => bytes.includes(form));

/** Where in a folder a secret is found: one line a file. */
export function filesThatHold(folder: string, secrets: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const path = join(folder, name);
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return [];
    const bytes = readFileSync(path);
    return secrets.filter((secret) => holds(bytes, secret)).map((secret) => `${relative(folder, path)} holds ${secret}`);
  });
}
