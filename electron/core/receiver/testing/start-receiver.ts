import { onTestFinished } from 'vitest';
import { type Answer, answers } from '../answer.ts';
import { createPathProof } from '../path-proof.ts';
import { createReceiver, type ReceivedCall, type ReceiverOptions } from '../receiver.ts';
import { RawClient } from './raw-client.ts';

export const KEY = 'k_-0123456789abcdef';
export const PATH = `/hooks/${KEY}`;

interface Given extends Partial<ReceiverOptions> {
  /** Does what the intake does with a call; by itself a 200 a turn of the loop later. */
  accept?(call: ReceivedCall, answer: (answer: Answer) => number): void;
}

/** A real receiver on free ports, with one endpoint. */
export async function startReceiver({ accept, ...options }: Given = {}) {
  const calls: ReceivedCall[] = [];
  const counters = { unknownKey: 0, tooLarge: 0, tooSlow: 0, headersTooLarge: 0 };
  const proof = createPathProof();
  const receiver = createReceiver({
    find: (key) =>
      key === KEY
        ? (call, answer) => {
            calls.push(call);
            if (accept) accept(call, answer);
            else setImmediate(() => answer(answers.ok));
          }
        : undefined,
    proof,
    maxBodyBytes: () => 1024 ** 2,
    counters,
    ...options,
  });
  const port = await receiver.listen({ port: 0, explicit: true, name: 'the receiver', option: '--port' });
  const clients: RawClient[] = [];
  onTestFinished(async () => {
    for (const client of clients) client.destroy();
    await receiver.close();
  });
  const open = (host?: string) => {
    const client = new RawClient(port, host);
    clients.push(client);
    return client;
  };
  return { receiver, port, proof, calls, counters, open };
}
