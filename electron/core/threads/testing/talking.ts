import { AppError } from '../../../../shared/errors.ts';
import { serveParent } from '../rpc.ts';

export type TalkingFunctions = {
  add(a: number, b: number): number;
  later(text: string): Promise<string>;
  refuse(): never;
  fail(): never;
  never(): Promise<void>;
  uncaught(): void;
  exit(): void;
  greetParent(): void;
};

export type ParentFunctions = {
  greeted(text: string): void;
};

/** A thread that says what a test wants to hear. */
const parent = serveParent<ParentFunctions, TalkingFunctions>({
  add: (a, b) => a + b,
  later: async (text) => text,
  refuse() {
    throw new AppError('folder_in_use', 'taken');
  },
  fail() {
    throw new RangeError('out of range');
  },
  never: () => new Promise(() => undefined),
  uncaught() {
    setImmediate(() => {
      throw new Error('uncaught');
    });
  },
  exit: () => process.exit(5),
  greetParent: () => parent.tell('greeted', 'hello'),
});
