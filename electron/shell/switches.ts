/**
 * A packed program listens to these switches and to no other. Chromium and Node know hundreds more, and some of them open
 * the program to the rest of the PC: a debugging port starts sales, others leave the sandbox, load foreign code, lead
 * names to other hosts or take any certificate. What is not known to be harmless is not taken.
 */
const ALLOWED: ReadonlySet<string> = new Set([
  // The program's own (`interfaces.md`), with Electron's for the profile.
  'training',
  'provision',
  'lang',
  'export-payments',
  'self-check',
  'user-data-dir',
  // The program's own process that tells why a start came to nothing (refusal.ts).
  'box',
  // What an installer adds when it starts the program after an update.
  'updated',
  'force-run',
  // How the window is drawn: graphics that do not work, screens and people who need something else.
  'disable-gpu',
  'disable-gpu-compositing',
  'disable-software-rasterizer',
  'disable-dev-shm-usage',
  'use-gl',
  'use-angle',
  'ozone-platform',
  'ozone-platform-hint',
  'enable-wayland-ime',
  'gtk-version',
  'display',
  'class',
  'force-device-scale-factor',
  'high-dpi-support',
  'force-color-profile',
  'force-renderer-accessibility',
  'force-prefers-reduced-motion',
  'force-dark-mode',
  'touch-events',
  'disable-pinch',
  'disable-smooth-scrolling',
  // Where the system keeps secrets; a store that keeps none is seen by the program itself.
  'password-store',
  // The way out of the building. Who answers there is verified all the same.
  'proxy-server',
  'proxy-pac-url',
  'proxy-auto-detect',
  // What support asks for.
  'enable-logging',
  'log-level',
  'v',
]);

/** Playwright steers the program by these, and the fuse for it is burnt in what is shipped (scripts/packaging/after-pack.mjs). */
const INSPECTION: ReadonlySet<string> = new Set(['inspect', 'remote-debugging-port']);

/** Switches that macOS itself adds to a program it starts. */
const OF_MACOS = /^(?:psn_|ns|apple)/i;

type Machine = {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly isRoot: boolean;
  /** Whether this very binary may be inspected. It takes a while to find out, so it is asked only where it matters. */
  readonly mayInspect: () => Promise<boolean>;
};

/**
 * @param argv all arguments, the program itself first
 * @returns what is not allowed, as it is told; null where everything is
 */
export async function findForbidden(argv: readonly string[], machine: Machine): Promise<string | null> {
  for (const argument of argv.slice(1)) {
    const name = switchName(argument, machine.platform);
    if (name === null || ALLOWED.has(name)) continue;
    // Chromium has no sandbox for root, and root needs no switch to do harm. That is how containers run programs.
    if (name === 'no-sandbox' && machine.isRoot) continue;
    if (INSPECTION.has(name) && (await machine.mayInspect())) continue;
    return `the switch --${printable(name)}`;
  }
  const unsandboxed = machine.env['ELECTRON_DISABLE_SANDBOX'];
  return unsandboxed === undefined || machine.isRoot ? null : 'the variable ELECTRON_DISABLE_SANDBOX';
}

/** As Chromium reads it: one dash is as good as two, on Windows a slash too, and there the case does not count. */
function switchName(argument: string, platform: NodeJS.Platform): string | null {
  const found = (platform === 'win32' ? /^(?:--|-|\/)([^=]+)/ : /^--?([^=]+)/).exec(argument.trimStart());
  const name = found?.[1]?.trim().toLowerCase() ?? '';
  if (name === '' || name === '-') return null;
  return platform === 'darwin' && !argument.startsWith('--') && OF_MACOS.test(name) ? null : name;
}

const printable = (name: string): string => name.replace(/[^a-z0-9_-]/g, '?').slice(0, 60);
