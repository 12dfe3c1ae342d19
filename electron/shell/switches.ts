/**
 * A packed program accepts these switches and no others. Chromium and Node know hundreds more. Some of them open the program to the rest of
 * the PC: a debugging port can start sales, others switch the sandbox off, load other code, lead host names elsewhere or accept any
 * certificate. A switch that is not known to be harmless is refused.
 */
const ALLOWED: ReadonlySet<string> = new Set([
  // The program's own (`interfaces.md`), with Electron's for the profile.
  'training',
  'provision',
  'lang',
  'export-payments',
  'self-check',
  'restore-backup',
  'accept-losing',
  'user-data-dir',
  // The program's own process that shows why a start was refused (refusal.ts).
  'box',
  // What an installer adds when it starts the program after an update.
  'updated',
  'force-run',
  // How the window is drawn: for broken graphics, and for screens and people with special needs.
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
  // Where the system stores secrets. The program itself notices a store that does not encrypt.
  'password-store',
  // The way to the internet. The server behind a proxy is verified in any case.
  'proxy-server',
  'proxy-pac-url',
  'proxy-auto-detect',
  // For support.
  'enable-logging',
  'log-level',
  'v',
]);

/** Playwright controls the program by these. A shipped program's fuse forbids them (scripts/packaging/after-pack.mjs). */
const INSPECTION: ReadonlySet<string> = new Set(['inspect', 'remote-debugging-port']);

/** Switches that macOS itself adds to a program it starts. */
const OF_MACOS = /^(?:psn_|ns|apple)/i;

type Machine = {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly isRoot: boolean;
  /** Whether this binary may be inspected. It takes a while to find out, so it is asked only when needed. */
  readonly mayInspect: () => Promise<boolean>;
};

/**
 * @param argv all arguments, the program itself first
 * @returns the first switch or variable that is not allowed, as text for the message; null if all are allowed
 */
export async function findForbidden(argv: readonly string[], machine: Machine): Promise<string | null> {
  for (const argument of argv.slice(1)) {
    const name = switchName(argument, machine.platform);
    if (name === null || ALLOWED.has(name)) continue;
    // Chromium has no sandbox for root, and root needs no switch to do harm. Containers run programs as root.
    if (name === 'no-sandbox' && machine.isRoot) continue;
    if (INSPECTION.has(name) && (await machine.mayInspect())) continue;
    return `the switch --${printable(name)}`;
  }
  const unsandboxed = machine.env['ELECTRON_DISABLE_SANDBOX'];
  return unsandboxed === undefined || machine.isRoot ? null : 'the variable ELECTRON_DISABLE_SANDBOX';
}

/** Reads a switch as Chromium does: one dash or two; on Windows also a slash. Case is ignored. */
function switchName(argument: string, platform: NodeJS.Platform): string | null {
  const found = (platform === 'win32' ? /^(?:--|-|\/)([^=]+)/ : /^--?([^=]+)/).exec(argument.trimStart());
  const name = found?.[1]?.trim().toLowerCase() ?? '';
  if (name === '' || name === '-') return null;
  return platform === 'darwin' && !argument.startsWith('--') && OF_MACOS.test(name) ? null : name;
}

const printable = (name: string): string => name.replace(/[^a-z0-9_-]/g, '?').slice(0, 60);
