import type { App, Session, WebContents } from 'electron';
import { START_PAGE } from './app-protocol.ts';

/** All kinds of addresses except the page's own. The page's own requests are allowed anyway and need not wait for an answer from here. */
const FOREIGN_ADDRESSES = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*'];

/**
 * The window may show this program's own page and nothing else: no permission, no other address, no second window, no
 * webview, no download, no network.
 */
export function denyEverythingElse(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame || event.url !== START_PAGE) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    refuseZoomGestures(contents);
  });
}

/** Must run before `ready`, because it is read when a page's process starts. Host names in a page are then not looked up in advance. */
export function lookUpNoNames(app: Pick<App, 'commandLine'>): void {
  app.commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false');
}

export function lockSession(session: Session): void {
  // Chromium would download a dictionary from Google, even with spell check off.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  // The page needs no network: only requests for this program's own files are allowed.
  session.webRequest.onBeforeRequest({ urls: FOREIGN_ADDRESSES }, (_details, decide) => decide({ cancel: true }));
}

/** A pinch on a touch screen must not move the button Maksa out of sight. */
function refuseZoomGestures(contents: WebContents): void {
  contents.on('did-finish-load', () => {
    void contents.setVisualZoomLevelLimits(1, 1);
  });
}
