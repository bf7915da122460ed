import type { Push } from '../core/ports.ts';

/** Down: a command's name and input. Back: its reply. */
export const callChannel = 'greenroom:call';
/** Down: "this page listens now". Up: one push at a time. */
export const pushChannel = 'greenroom:push';

// As types, so that the preload script, which imports nothing but Electron, cannot drift from them.
export type CallChannel = typeof callChannel;
export type PushChannel = typeof pushChannel;
export type PushArguments = [name: Push['name'], value: Push['value']];
