import { isCommand } from '../../shared/contract.ts';
import type { Reply } from '../../shared/errors.ts';
import type { App } from '../core/ports.ts';
import { callChannel, type PushArguments, pushChannel } from './channels.ts';
import { origin } from './origin.ts';

export type IpcContents = Pick<Electron.WebContents, 'ipc' | 'send' | 'on' | 'isDestroyed'>;

/**
 * Answers one window's calls and sends it the pushes, from its first listener until it goes away or loads anew.
 * The handlers hang on this window's own `ipc`, so that no other window reaches them.
 */
export function connectIpc(contents: IpcContents, app: Pick<App, 'dispatch' | 'subscribe'>): void {
  let unsubscribe = () => {};
  const stop = () => {
    unsubscribe();
    unsubscribe = () => {};
  };

  contents.ipc.handle(
    callChannel,
    (event, name: unknown, input: unknown): Promise<Reply<unknown>> | Reply<unknown> => {
      if (!isTrusted(event.senderFrame))
        return refused('forbidden', 'Only the window of Greenroom may call it.');
      if (typeof name !== 'string' || !isCommand(name))
        return refused('unknown_command', 'There is no such command.');
      return app.dispatch(name, input);
    },
  );

  contents.ipc.on(pushChannel, (event) => {
    if (!isTrusted(event.senderFrame)) return;
    stop();
    unsubscribe = app.subscribe(({ name, value }) => {
      if (!contents.isDestroyed()) contents.send(pushChannel, ...([name, value] satisfies PushArguments));
    });
  });

  // A new document asks again, and its pushes must begin with the status.
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) stop();
  });
  contents.on('render-process-gone', stop);
  contents.on('destroyed', stop);
}

type Frame = Pick<Electron.WebFrameMain, 'origin' | 'parent'>;

/** The page itself, not a frame in it, and of our own origin. `null`: it has gone since. */
export function isTrusted(frame: Frame | null): boolean {
  return frame !== null && frame.parent === null && frame.origin === origin;
}

function refused(code: 'forbidden' | 'unknown_command', message: string): Reply<never> {
  return { ok: false, error: { code, message } };
}
