import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { type Plugin, runnerImport } from 'vite';

/** Puts the bare names of the commands in the place of the module that reads them from the schemas (shared/ipc/command-names.ts). */
function commandNames(): Plugin {
  return {
    name: 'command-names',
    async load(id) {
      if (!id.endsWith('/shared/ipc/command-names.ts')) return null;
      const { module } = await runnerImport<typeof import('./shared/ipc/command-names.ts')>(resolve('shared/ipc/command-names.ts'));
      return `export const commandNames = ${JSON.stringify(module.commandNames)};`;
    },
  };
}

// Everything but Electron and the native SQLite module is bundled: a packaged program then ships no node_modules tree
// to walk at start, which is worth about a third of the start time.
export default defineConfig({
  main: {
    plugins: [commandNames()],
    build: {
      outDir: 'out/main',
      minify: true,
      sourcemap: true,
      externalizeDeps: false,
      rolldownOptions: {
        // Each thread is started from a file of its own (check-in-worker.ts, history-thread.ts, upkeep-in-worker.ts).
        input: {
          main: resolve('electron/main.ts'),
          'check-worker': resolve('electron/storage/check-worker.ts'),
          'history-worker': resolve('electron/history/history-worker.ts'),
          'upkeep-worker': resolve('electron/storage/upkeep-worker.ts'),
        },
        external: ['electron', 'better-sqlite3'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  },
  preload: {
    plugins: [commandNames()],
    build: {
      outDir: 'out/preload',
      minify: true,
      externalizeDeps: false,
      // A sandboxed preload is one CommonJS file: no require of anything but Electron's own subset.
      rolldownOptions: {
        input: { preload: resolve('electron/preload.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve('renderer'),
    plugins: [react()],
    build: {
      outDir: resolve('out/renderer'),
      emptyOutDir: true,
      minify: true,
      sourcemap: false,
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: resolve('renderer/index.html') } },
    },
  },
});
