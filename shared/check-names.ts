/** The list that support goes through on the telephone, in its order. Without zod, because the window runs through it. */
export const checkNames = ['free', 'active', 'id', 'connected', 'login', 'strapi', 'clock', 'disk', 'database'] as const;
export type CheckName = (typeof checkNames)[number];
