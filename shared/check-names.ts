/** Support's list of checks for a telephone call, in its order. Without zod, because the window uses it. */
export const checkNames = ['free', 'active', 'id', 'connected', 'login', 'strapi', 'clock', 'disk', 'database', 'backup'] as const;
export type CheckName = (typeof checkNames)[number];
