import type { CommandName } from './contract.ts';

export const EVENT_CHANNEL = 'pos:event';
export const commandChannel = (name: CommandName): string => `pos:${name}`;
