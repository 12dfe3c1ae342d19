const hostCodes = ['05', '1A', '51', '54', '55', '61', '65', '87', '90', '91'] as const;
export type HostText = { readonly known: (typeof hostCodes)[number] } | { readonly code: string } | null;

/** The bank's answer behind a decline: one with a text, one with a code only, or none. */
export function hostText(reason: string | null): HostText {
  const code = reason?.startsWith('host-') === true ? reason.slice('host-'.length).toUpperCase() : '';
  if (code === '') return null;
  const known = hostCodes.find((candidate) => candidate === code);
  return known === undefined ? { code } : { known };
}
