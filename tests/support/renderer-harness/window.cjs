// The window of the harness: the built renderer over app:// with the product's own content policy, and a fake window.pos.
const { app, BrowserWindow, protocol } = require('electron');
const { randomBytes } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { extname, join } = require('node:path');

const folder = process.env.HARNESS_RENDERER;
const preload = process.env.HARNESS_PRELOAD;
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
app.whenReady().then(() => {
  protocol.handle('app', (request) => {
    const { pathname, searchParams } = new URL(request.url);
    // As main does: the page is drawn in the desk's language at once.
    const written = `<html lang="${searchParams.get('lang') ?? 'fi'}">`;
    const nonce = randomBytes(16).toString('base64');
    const file = readFileSync(join(folder, pathname));
    return new Response(
      pathname.endsWith('.html') ? file.toString('utf8').replaceAll('__CSP_NONCE__', nonce).replace('<html lang="fi">', written) : file,
      {
        headers: {
          'content-type': types[extname(pathname)] ?? 'application/octet-stream',
          'content-security-policy': [
            "default-src 'none'",
            "script-src 'self'",
            `style-src 'self' 'nonce-${nonce}'`,
            "font-src 'self'",
            "img-src 'self' data:",
            "connect-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
          ].join('; '),
        },
      },
    );
  });
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    useContentSize: true,
    webPreferences: { preload, sandbox: true, contextIsolation: true },
  });
  window.setMenu(null);
  // Where another window closes over this one, the machine's own pointer enters it: only what the test does may count as the mouse.
  window.setIgnoreMouseEvents(true);
  window.loadURL('app://pos/index.html?state=sale');
});
