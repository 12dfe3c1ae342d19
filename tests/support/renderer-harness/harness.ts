import { dirname, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build, type Plugin } from 'vite';
import type { Language } from '../../../shared/money.ts';
import { electronPath } from '../electron-path.ts';
import type { ScenarioName } from './scenarios.ts';

const here = import.meta.dirname;
const root = resolve(here, '../../..');

// Only where Playwright finds Electron itself does it hold the program back until it is connected.
process.env['ELECTRON_OVERRIDE_DIST_PATH'] = dirname(electronPath());

export type Harness = {
  readonly page: Page;
  readonly open: (state: ScenarioName, language?: Language) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Builds the renderer and the fake `window.pos` into `outDir`, and opens a window on them. */
export async function openHarness(outDir: string): Promise<Harness> {
  const renderer = resolve(outDir, 'renderer');
  const preload = resolve(outDir, 'preload');
  await build({
    configFile: false,
    logLevel: 'error',
    root: resolve(root, 'renderer'),
    plugins: [react(), harnessLanguages],
    build: { outDir: renderer, emptyOutDir: true, assetsInlineLimit: 0 },
  });
  await build({
    configFile: false,
    logLevel: 'error',
    root: here,
    build: {
      outDir: preload,
      emptyOutDir: true,
      lib: { entry: resolve(here, 'fake-pos.ts'), formats: ['cjs'], fileName: () => 'fake-pos.cjs' },
      rolldownOptions: { external: ['electron'] },
    },
  });
  const application: ElectronApplication = await _electron.launch({
    args: [
      resolve(here, 'window.cjs'),
      '--no-sandbox',
      '--disable-gpu',
      // What is pressed before the first frame is dropped, and a test presses at once.
      '--allow-pre-commit-input',
      '--force-device-scale-factor=1',
      `--user-data-dir=${resolve(outDir, 'data')}`,
    ],
    env: {
      ...withoutNodeMode(),
      FONTCONFIG_FILE: resolve(here, 'fonts.conf'),
      HARNESS_RENDERER: renderer,
      HARNESS_PRELOAD: resolve(preload, 'fake-pos.cjs'),
    },
  });
  const page = await application.firstWindow();
  const open = async (state: ScenarioName, language: Language = 'fi'): Promise<void> => {
    await page.goto(`app://pos/index.html?state=${state}&lang=${language}`);
    await page.evaluate(() => document.fonts.ready);
  };
  return { page, open, close: () => application.close() };
}

/** Adds the words that nobody speaks to the program's own languages. */
const harnessLanguages: Plugin = {
  name: 'harness-languages',
  enforce: 'pre',
  resolveId: (source) => (source === './languages.ts' ? resolve(here, 'harness-languages.ts') : null),
};

/** This process may run as Electron's Node; the one that it starts must be Electron itself. */
function withoutNodeMode(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (name === 'ELECTRON_RUN_AS_NODE' || value === undefined ? [] : [[name, value]])),
  );
}
