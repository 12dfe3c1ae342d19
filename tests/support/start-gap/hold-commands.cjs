'use strict';

// Runs in main before the program. No command of the page reaches the program until the test lets them through.
const { ipcMain } = require('electron');

const { promise: opened, resolve: letThrough } = Promise.withResolvers();
const asked = [];
globalThis.heldCommands = { asked, letThrough };

const handle = ipcMain.handle.bind(ipcMain);
ipcMain.handle = (channel, listener) =>
  handle(channel, async (event, input) => {
    asked.push(channel);
    await opened;
    return listener(event, input);
  });
