/** The walls between the page and everything else, weakened one at a time. */

const SECURITY = 'electron/shell/security.ts';
const WINDOW = 'electron/shell/window.ts';
const PLACE = 'electron/shell/window-place.ts';
const PROTOCOL = 'electron/shell/app-protocol.ts';
const LIFE = 'electron/shell/page-life.ts';
const SWITCHES = 'electron/shell/switches.ts';
const BIND = 'electron/ipc/bind.ts';
const MOMENT = 'electron/shell/compose-moment.ts';
const PAINT = 'renderer/time/first-paint.ts';

/** @type {readonly [name: string, file: string, find: string, plant: string][]} */
const weakened = [
  ['the page may go elsewhere', SECURITY, 'if (!event.isMainFrame || event.url !== START_PAGE) event.preventDefault();', ''],
  ['the page may go to any address of the program', SECURITY, 'event.url !== START_PAGE)', "!event.url.startsWith('app://pos/'))"],
  ['a frame may go elsewhere', SECURITY, '!event.isMainFrame || ', 'event.isMainFrame && '],
  ['a redirect is followed', SECURITY, "    contents.on('will-redirect', (event) => event.preventDefault());\n", ''],
  ['a webview is attached', SECURITY, "    contents.on('will-attach-webview', (event) => event.preventDefault());\n", ''],
  ['a second window opens', SECURITY, "{ action: 'deny' }", "{ action: 'allow' }"],
  ['datagrams go out by WebRTC', SECURITY, "'disable_non_proxied_udp'", "'default'"],
  ['a pinch zooms the page', SECURITY, 'setVisualZoomLevelLimits(1, 1)', 'setVisualZoomLevelLimits(1, 3)'],
  ['names are looked up in advance', SECURITY, 'dnsPrefetchingEnabled=false', 'dnsPrefetchingEnabled=true'],
  ['a dictionary is fetched', SECURITY, '  session.setSpellCheckerLanguages([]);\n', ''],
  ['the spelling is checked', SECURITY, 'setSpellCheckerEnabled(false)', 'setSpellCheckerEnabled(true)'],
  ['a permission is given when asked for', SECURITY, 'decide(false));', 'decide(true));'],
  ['a permission is there when looked for', SECURITY, 'setPermissionCheckHandler(() => false)', 'setPermissionCheckHandler(() => true)'],
  ['a device is handed over', SECURITY, 'setDevicePermissionHandler(() => false)', 'setDevicePermissionHandler(() => true)'],
  ['a download is kept', SECURITY, "  session.on('will-download', (event) => event.preventDefault());\n", ''],
  ['the page reaches the network', SECURITY, 'decide({ cancel: true })', 'decide({ cancel: false })'],
  ['the page reaches web sockets', SECURITY, "'ws://*/*', ", ''],
  ['the page reads files of the machine', SECURITY, ", 'file://*/*'", ''],
  ['the page is not in a sandbox', WINDOW, 'sandbox: true', 'sandbox: false'],
  ['the page shares its world with the preload', WINDOW, 'contextIsolation: true', 'contextIsolation: false'],
  ['the page has Node', WINDOW, 'nodeIntegration: false', 'nodeIntegration: true'],
  ['origins do not count', WINDOW, 'webSecurity: true', 'webSecurity: false'],
  ['webviews are there', WINDOW, 'webviewTag: false', 'webviewTag: true'],
  ['a dropped file becomes the page', WINDOW, 'navigateOnDragDrop: false', 'navigateOnDragDrop: true'],
  ['workers have Node', WINDOW, 'nodeIntegration: false,', 'nodeIntegration: false, nodeIntegrationInWorker: true,'],
  ['what no rule names may be loaded', PROTOCOL, "default-src 'none'", "default-src 'self'"],
  ['scripts come from data and blobs', PROTOCOL, '"script-src \'self\'"', '"script-src \'self\' data: blob:"'],
  ['scripts may be made of text', PROTOCOL, '"script-src \'self\'"', "\"script-src 'self' 'unsafe-eval'\""],
  ['styles may stand in the page', PROTOCOL, "style-src 'self' 'nonce-", "style-src 'self' 'unsafe-inline' 'nonce-"],
  ['the page may connect', PROTOCOL, "connect-src 'none'", "connect-src 'self' https:"],
  ['forms may be sent anywhere', PROTOCOL, '    "form-action \'none\'",\n', ''],
  ['the base of addresses may move', PROTOCOL, '    "base-uri \'none\'",\n', ''],
  ['the page may be framed', PROTOCOL, '    "frame-ancestors \'none\'",\n', ''],
  ['text becomes script', PROTOCOL, '    "require-trusted-types-for \'script\'",\n', ''],
  ['anybody makes a policy for trusted types', PROTOCOL, '    "trusted-types \'none\'",\n', ''],
  ['the scheme stands above the policy', PROTOCOL, 'codeCache: true }', 'codeCache: true, bypassCSP: true }'],
  ['files outside the program are served', PROTOCOL, 'file.startsWith(folder + sep) && ', ''],
  ['files of a folder beside are served', PROTOCOL, 'file.startsWith(folder + sep)', 'file.startsWith(folder)'],
  ['another host is served', PROTOCOL, "url.host === 'pos' && ", ''],
  ['another method is served', PROTOCOL, "method === 'GET' && ", ''],
  ['a kind is guessed', PROTOCOL, "      'x-content-type-options': 'nosniff',\n", ''],
  ['every load has the same nonce', PROTOCOL, "randomBytes(16).toString('base64')", "'AAAAAAAAAAAAAAAAAAAAAA=='"],
  ['a dead page comes back by what its address became', LIFE, 'loadURL(START_PAGE)', 'loadURL(window.webContents.getURL?.() ?? String())'],
  ['an empty page stays', LIFE, 'if (url === START_PAGE) return;', 'return;'],
  [
    'a page that dies again and again stays away',
    LIFE,
    'deaths.length > AT_ONCE ? void ask() : home()',
    'deaths.length > AT_ONCE ? undefined : home()',
  ],
  [
    'the window is taller than the screen',
    PLACE,
    'height: between(Math.round(wanted.height), minHeight, area.height)',
    'height: Math.round(wanted.height)',
  ],
  ['a release opens a debugging port', SWITCHES, '(await machine.mayInspect())', '(await machine.mayInspect() || true)'],
  ['a switch with one dash is not seen', SWITCHES, ': /^--?([^=]+)/)', ': /^--([^=]+)/)'],
  [
    'a switch behind two dashes is not seen',
    SWITCHES,
    'argv.slice(1)',
    "argv.slice(1, argv.includes('--') ? argv.indexOf('--') : undefined)",
  ],
  ['anybody leaves the sandbox', SWITCHES, ' && machine.isRoot) continue;', ') continue;'],
  ['an empty page may call the program', BIND, ' && frame.url.startsWith', ' && !frame.url.endsWith'],
  ['a page that says nothing keeps payments from being looked up', MOMENT, 'setTimeout(asked, PAGE', 'setTimeout(() => undefined, PAGE'],
  ['the program is composed behind a window that was closed', MOMENT, "  window.once('closed', () => clearTimeout(patience));\n", ''],
  ['a page that asks waits for the program all the same', BIND, '  binding.asked();\n', ''],
  [
    'a stranger has the program composed',
    BIND,
    "  if (!isOwnPage(binding, event)) return refuse('sender');\n  binding.asked();\n",
    "  binding.asked();\n  if (!isOwnPage(binding, event)) return refuse('sender');\n",
  ],
  ['a page that comes back waits as the first one does', PROTOCOL, "loads === 1 ? 'first' : 'again'", "'first'"],
  ['a page that nobody sees painted never asks', PAINT, 'setTimeout(resolve, PATIENCE_MS)', 'setTimeout(() => undefined, PATIENCE_MS)'],
  [
    'a page asks before it is painted',
    PAINT,
    "list.getEntries().find(({ name }) => name === 'first-contentful-paint')",
    'list.getEntries()[0]',
  ],
  [
    'Maksa can be pressed before main has spoken',
    'renderer/screens/sale/PayButton.tsx',
    'shortcut="F9"\n      disabled={pending || !known}',
    'shortcut="F9"\n      disabled={pending}',
  ],
  [
    'F9 does something before main has spoken',
    'renderer/actions/charge.ts',
    'readForm() === null || useMirror.getState().snapshot === null',
    'readForm() === null',
  ],
  [
    'a payment is recorded by hand before main has spoken',
    'renderer/actions/manual-entry.ts',
    'pending || useMirror.getState().snapshot === null',
    'pending',
  ],
  [
    'digits typed before main has spoken are lost',
    'renderer/stores/draft-saver.ts',
    'before === null && request === null && useSaleForm.getState().touched',
    'before === null && request === null && useSaleForm.getState().pending',
  ],
  [
    'digits typed before main has spoken stay in the window alone',
    'renderer/stores/draft-saver.ts',
    '      return saveDraftNow();\n',
    '      return;\n',
  ],
];

/** @type {readonly import('./bugs.mjs').Bug[]} */
export const shellBugs = weakened.map(([name, file, find, plant]) => ({ name, file, find, plant }));
