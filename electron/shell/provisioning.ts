import { readFileSync, statSync } from 'node:fs';
import { failed, type Result } from '../../shared/result.ts';
import { type Provisioning, parseProvisioning } from '../settings/provisioning-file.ts';

const MAX_FILE_BYTES = 5_000_000;

/** Reads the file of `--provision`. The error is one line for support and never repeats what the file holds. */
export function readProvisioningFile(path: string): Result<Provisioning, string> {
  let content: string;
  try {
    const { size } = statSync(path);
    if (size > MAX_FILE_BYTES) return failed('the provisioning file is too large');
    content = readFileSync(path, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown fault';
    return failed(`the provisioning file cannot be read (${code}): ${path}`);
  }
  return parseProvisioning(content);
}
