/** How many of the system's authorities a connection of this program knows, read as a person would: from the file that the system's tools write. */
import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { systemCertificates } from '../../../electron/http/certificates.ts';

const bundle = readFileSync('/etc/ssl/certs/ca-certificates.crt', 'latin1');
const system = bundle.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
const plain = (pem: string): string => pem.replace(/\s/g, '');
const known = new Set([...(await systemCertificates()), ...rootCertificates].map(plain));
process.stdout.write(JSON.stringify({ system: system.length, trusted: system.filter((pem) => known.has(plain(pem))).length }));
