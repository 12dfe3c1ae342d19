import type { App } from 'electron';
import type { OpenedLink } from '../program/links.ts';
import { LINK_SCHEME, openedLink, readHandedOver } from './opened-link.ts';

type Receive = (link: OpenedLink | null) => void;

/**
 * Links that reach this program while it runs: from a second start, which hands them over because Chromium puts the arguments into another
 * order, and on macOS from the system, maybe before the program is ready. They are kept until somebody receives them.
 *
 * @returns sets who receives them: null for a second start without a link
 */
export function collectLinks(app: App): (receive: Receive) => void {
  const early: (OpenedLink | null)[] = [];
  let receive: Receive = (link) => early.push(link);
  app.on('second-instance', (_event, _argv, _folder, data) => receive(readHandedOver(data)));
  app.on('open-url', (event, link) => {
    event.preventDefault();
    receive(openedLink(link));
  });
  return (given) => {
    receive = given;
    for (const link of early.splice(0)) given(link);
  };
}

/**
 * Tells the system that this program opens Willba's links. Not from a profile of its own, which such a link would not find. On Linux the
 * package's desktop entry says so: Electron would start another program for it, and wait.
 */
export function registerLinks(app: App): void {
  if (!app.isPackaged || process.platform === 'linux' || app.commandLine.hasSwitch('user-data-dir')) return;
  // Behind `--` nothing acts as a switch, whatever a link holds.
  app.setAsDefaultProtocolClient(LINK_SCHEME, process.execPath, ['--']);
}
