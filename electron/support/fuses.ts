export type Fuses = Readonly<Record<string, string>> | { readonly problem: string };

/** The states of the running binary's fuses, by name. */
export async function readFuses(): Promise<Fuses> {
  try {
    const { FuseState, FuseV1Options, getCurrentFuseWire } = await import('@electron/fuses');
    const wire: Readonly<Record<string, unknown>> = await getCurrentFuseWire(process.execPath);
    const states = Object.entries(FuseV1Options).flatMap(([name, index]) => {
      const state = wire[String(index)];
      return typeof index === 'number' && typeof state === 'number' ? [[name, FuseState[state] ?? String(state)] as const] : [];
    });
    return Object.fromEntries(states);
  } catch (cause) {
    return { problem: cause instanceof Error ? cause.message : String(cause) };
  }
}

/** True only if the fuse can be read and is on. Otherwise the program may not be inspected. */
export async function isInspectable(): Promise<boolean> {
  const fuses: Readonly<Record<string, string>> = await readFuses();
  return fuses['EnableNodeCliInspectArguments'] === 'ENABLE';
}
