import { existsSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** A fault that only tests bring along: a thread that loads this dies when it is told to, of an uncaught error. */
export function dieOnCommand(channel: string): void {
  if (existsSync(channel)) throw new Error('dead at its start');
  const commands = new BroadcastChannel(channel);
  commands.onmessage = ({ data }) => {
    if (data === 'exit') process.exit(3);
    throw new Error('died on command');
  };
  (commands as unknown as { unref(): void }).unref();
}

/** Tells each thread of this channel to die. While a file of the channel's name exists, it dies at its start again. */
export function tellToDie(channel: string, how: 'throw' | 'exit' = 'throw'): void {
  if (!isMainThread) throw new Error('Only tests tell threads to die.');
  const commands = new BroadcastChannel(channel);
  commands.postMessage(how);
  commands.close();
}
