import { contextBridge, ipcRenderer } from 'electron';
import { commandChannel, EVENT_CHANNEL } from '../shared/ipc/channels.ts';
import { commandNames } from '../shared/ipc/command-names.ts';

// Named functions only: the window can call nothing else and never gets an Electron object.
const commands = Object.fromEntries(
  commandNames.map((name) => [name, (input: unknown): Promise<unknown> => ipcRenderer.invoke(commandChannel(name), input)]),
);

contextBridge.exposeInMainWorld('pos', {
  ...commands,
  onEvent: (listener: (event: unknown) => void): (() => void) => {
    const forward = (_event: unknown, data: unknown): void => listener(data);
    ipcRenderer.on(EVENT_CHANNEL, forward);
    return () => {
      ipcRenderer.off(EVENT_CHANNEL, forward);
    };
  },
});

// Without this a script in the page could send data to a TURN server over TCP: no policy of Chromium stops peer connections.
contextBridge.executeInMainWorld({
  func: () => {
    for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel']) Reflect.deleteProperty(globalThis, name);
  },
});
