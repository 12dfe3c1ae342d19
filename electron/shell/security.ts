import type { App, Session, WebContents } from 'electron';
import { START_PAGE } from './app-protocol.ts';

/** Every kind of address but the page's own, which is not made to wait for an answer it gets anyway. */
const FOREIGN_ADDRESSES = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*'];

/**
 * The window may show this program's own page and nothing else: no permission, no other address, no second window, no
 * webview, no download, no network.
 */
export function denyEverythingElse(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (event.url !== START_PAGE) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    refuseZoomGestures(contents);
  });
}

export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  // The page has no business on the network: every request that is not for this program's own files ends here.
  session.webRequest.onBeforeRequest({ urls: FOREIGN_ADDRESSES }, (_details, decide) => decide({ cancel: true }));
}

/** A pinch on a touch screen must not push Maksa out of sight. */
function refuseZoomGestures(contents: WebContents): void {
  contents.on('did-finish-load', () => {
    void contents.setVisualZoomLevelLimits(1, 1);
  });
}
