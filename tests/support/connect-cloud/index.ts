/** Everything that a test needs from the test server for Connect@Cloud. It is independent of the program's own simulator. */
export * from './call-scripts.ts';
export { type ComparisonOptions, comparePaymentsWithLedger } from './compare-payments-with-ledger.ts';
export { type ExportedPayment, type ExportedState, parseExportedPayments, readExportedPayments } from './exported-payment.ts';
export { type Attempt, type Ledger, type LedgerEntry, type LedgerSnapshot, ledgerEntries } from './ledger.ts';
export type { LoggedRequest, RequestMatch } from './request-log.ts';
export type { CallScript, Script } from './script.ts';
export * from './scripts.ts';
export { type Certificate, type CertificateOptions, selfSignedCertificate } from './self-signed-certificate.ts';
export { type ConnectCloud, type ConnectCloudOptions, defaultTerminals, startConnectCloud } from './server.ts';
export type { Play, Terminal } from './terminal-control.ts';
