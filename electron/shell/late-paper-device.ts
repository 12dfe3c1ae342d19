import type { PaperDevice } from '../paper/ports.ts';
import type { Log } from '../support/log.ts';

/** The printers, whose code and face are loaded when something is printed for the first time. */
export function createLatePaperDevice(log: Log): PaperDevice {
  let device: Promise<PaperDevice> | null = null;
  const loaded = (): Promise<PaperDevice> => {
    device ??= import('./paper-device.ts').then(({ createPaperDevice }) => createPaperDevice(log));
    return device;
  };
  return {
    printers: async () => (await loaded()).printers(),
    print: async (sheet, how) => (await loaded()).print(sheet, how),
    pdf: async (sheet) => (await loaded()).pdf(sheet),
    askWhere: async (fileName) => (await loaded()).askWhere(fileName),
  };
}
