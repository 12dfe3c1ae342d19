/**
 * What opens the door between the window and the program to somebody else, or to anything.
 *
 * @type {readonly import('./bugs.mjs').Bug[]}
 */
export const doorBugs = [
  {
    name: 'the door asks nobody who they are',
    file: 'electron/ipc/bind.ts',
    find: "  if (!isOwnPage(binding, event)) return refuse('sender');\n",
    plant: '',
  },
  {
    name: 'any frame in our window may command',
    file: 'electron/ipc/bind.ts',
    find: ' || frame !== own.mainFrame) return false;',
    plant: ') return false;',
  },
  {
    name: 'whatever page our window shows may command',
    file: 'electron/ipc/bind.ts',
    find: 'return frame.origin === origin && frame.url.startsWith(',
    plant: 'return [frame.url].some(String) || frame.url.startsWith(',
  },
  {
    name: 'any window may command',
    file: 'electron/ipc/bind.ts',
    find: 'event.sender !== own || ',
    plant: '',
  },
  {
    name: 'the door takes whatever comes',
    file: 'electron/ipc/bind.ts',
    find: "    if (!parsed.success) return refuse('input');\n",
    plant: '',
  },
  {
    name: 'the window hears nothing when the schemas cannot be loaded',
    file: 'electron/ipc/bind.ts',
    find: '  try {\n    const { commands } = await loadContract();\n',
    plant: '  const { commands } = await loadContract();\n  try {\n',
  },
  {
    name: 'a member of a command that nobody checks',
    file: 'shared/ipc/reversal.ts',
    find: 'startVoid: { input: z.object({ idempotencyKey: idempotencyKeySchema, originalId: idSchema })',
    plant: 'startVoid: { input: z.object({ idempotencyKey: idempotencyKeySchema, originalId: z.any() })',
  },
];
