import { readFileSync, statSync } from 'node:fs';
import { failed, type Result } from '../../shared/result.ts';
import { type Provisioning, readProvisioning } from '../settings/provisioning-file.ts';
import { LARGEST_FILE_BYTES } from '../settings/provisioning-limits.ts';

/** Reads the file of `--provision`. The error is one line for support and never repeats the file's content. */
export function readProvisioningFile(path: string): Result<Provisioning, string> {
  let content: Uint8Array;
  try {
    const { size } = statSync(path);
    if (size > LARGEST_FILE_BYTES) return failed('the provisioning file is too large');
    content = readFileSync(path);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown fault';
    return failed(`the provisioning file cannot be read (${code}): ${path}`);
  }
  return readProvisioning(content);
}
