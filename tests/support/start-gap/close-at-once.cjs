'use strict';

// Runs in main before the program. Somebody closes the window before the program is composed: at once, or when its page is there.
const { app } = require('electron');
require('./hold-commands.cjs');

app.on('browser-window-created', (_event, window) => {
  const close = () => window.close();
  if (process.env.CLOSE_WINDOW_AT === 'dom-ready') window.webContents.once('dom-ready', close);
  else setImmediate(close);
});
