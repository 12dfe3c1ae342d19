const hostCodes = ['05', '1A', '51', '54', '55', '61', '65', '87', '90', '91'] as const;
export type HostText = { readonly known: (typeof hostCodes)[number] } | { readonly code: string } | null;

/** The bank's own answer behind a decline: one we have words for, one we can only name, or none. */
export function hostText(reason: string | null): HostText {
  const code = reason?.startsWith('host-') === true ? reason.slice('host-'.length).toUpperCase() : '';
  if (code === '') return null;
  const known = hostCodes.find((candidate) => candidate === code);
  return known === undefined ? { code } : { known };
}
