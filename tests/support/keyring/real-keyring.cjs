'use strict';

// The test runner tells Chromium to use no keyring. Here the real one is what is tried.
const { app } = require('electron');

app.commandLine.removeSwitch('password-store');
app.commandLine.appendSwitch('password-store', 'gnome-libsecret');
