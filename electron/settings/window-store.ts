import Conf from 'conf';
import { PRIVATE_FILE } from '../system/private-files.ts';

/** Writes by rename, so that the file is always whole. What was there before is put in its place, readable or not. */
export function openWindowStore(folder: string, name: string): (content: Readonly<Record<string, unknown>>) => void {
  const store = new Conf<Record<string, unknown>>({
    cwd: folder,
    configName: name,
    clearInvalidConfig: true,
    configFileMode: PRIVATE_FILE,
  });
  return (content) => {
    store.store = { ...content };
  };
}
