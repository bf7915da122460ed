import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge, Command, Input, Pushes, PushName, Value } from '../shared/contract.ts';
import type { Reply } from '../shared/errors.ts';
import type { CallChannel, PushArguments, PushChannel } from './shell/channels.ts';

/**
 * All that the page gets: two functions on two fixed channels. Runs sandboxed, as one CommonJS file, and is built so;
 * therefore it imports types only. Command names are checked in main, where the list is, and where trust begins.
 */
const callChannel: CallChannel = 'greenroom:call';
const pushChannel: PushChannel = 'greenroom:push';
const pushNames: Record<PushName, true> = {
  feed: true,
  status: true,
  endpoint: true,
  session: true,
  delivery: true,
  settings: true,
  notice: true,
  alert: true,
  agent: true,
  reset: true,
};

interface Listener {
  hear(value: unknown): void;
}
const listeners = new Map<string, Set<Listener>>();
let asked = false;

// The event object leads to Electron's insides, so it stays here.
ipcRenderer.on(pushChannel, (_event, ...[name, value]: PushArguments) => {
  for (const listener of listeners.get(name) ?? []) listener.hear(value);
});

function call<C extends Command>(name: C, input: Input<C>): Promise<Reply<Value<C>>> {
  if (typeof name !== 'string') throw new TypeError('A command is called by its name.');
  return ipcRenderer.invoke(callChannel, name, input);
}

function on<P extends PushName>(name: P, fn: (push: Pushes[P]) => void): () => void {
  if (!Object.hasOwn(pushNames, name)) throw new TypeError(`There is no push named ${name}.`);
  if (typeof fn !== 'function') throw new TypeError('A push is heard by a function.');

  // An object of our own: the same function arrives as another one each time that it crosses the bridge.
  const listener: Listener = { hear: (value) => fn(value as Pushes[P]) };
  const heard = listeners.get(name) ?? new Set();
  listeners.set(name, heard.add(listener));

  // Pushes begin with the first listener, so that the status they begin with is not lost.
  if (!asked) ipcRenderer.send(pushChannel);
  asked = true;
  return () => {
    heard.delete(listener);
  };
}

contextBridge.exposeInMainWorld('greenroom', { call, on } satisfies Bridge);
