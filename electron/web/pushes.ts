import type { ServerResponse } from 'node:http';
import type { PushName } from '../../shared/contract.ts';
import { pageHeaders } from '../../shared/page-headers.ts';
import type { App, Push } from '../core/ports.ts';

const HEARTBEAT_MS = 15_000;
/** A reader that is this far behind is cut off; it comes back with its last id and misses nothing. */
const MAX_WAITING_BYTES = 8 * 1024 ** 2;

/** What a reader asked for. */
export interface Wanted {
  after?: number | undefined;
  /** Pushes of one name and nothing else: neither a beginning nor what was missed. */
  only?: PushName | undefined;
}

/** Server-sent events. A feed event carries its `seq` as id, so that a lost connection resumes without gap or repeat. */
export function streamPushes(
  app: Pick<App, 'subscribe'>,
  response: ServerResponse,
  { after, only }: Wanted,
): void {
  let room: Promise<void> | undefined;
  let largest = 0;

  /** @returns where the reader is slow, a promise of room for more, or of its end */
  function write(text: string): Promise<void> | undefined {
    if (response.destroyed) return undefined;
    // One large event is no reason: it would come again, and never get through.
    if (response.writableLength > MAX_WAITING_BYTES + largest) {
      response.destroy();
      return undefined;
    }
    largest = Math.max(largest, text.length);
    if (response.write(text)) return undefined;
    room ??= new Promise<void>((resolve) => {
      const done = () => {
        response.off('drain', done);
        response.off('close', done);
        room = undefined;
        resolve();
      };
      response.once('drain', done);
      response.once('close', done);
    });
    return room;
  }

  response.writeHead(200, {
    ...pageHeaders,
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  const unsubscribe = only
    ? app.subscribe((push) => (push.name === only ? write(toServerSentEvent(push)) : undefined))
    : app.subscribe((push) => write(toServerSentEvent(push)), after);
  const heartbeat = setInterval(() => write(': here\n\n'), HEARTBEAT_MS);
  response.on('close', () => {
    clearInterval(heartbeat);
    unsubscribe();
  });
}

export function toServerSentEvent(push: Push): string {
  const id = push.name === 'feed' ? push.value.seq : push.name === 'reset' ? push.value.lastSeq : undefined;
  const head = id === undefined ? '' : `id: ${id}\n`;
  return `${head}event: ${push.name}\ndata: ${JSON.stringify(push.value)}\n\n`;
}

/** `Last-Event-ID` on a reconnect, else `?after=`; what is no number counts as not given. */
export function resumePoint(lastEventId: unknown, after: unknown): number | undefined {
  const text = [lastEventId, after].find((one) => typeof one === 'string' && /^\d{1,15}$/.test(one));
  return text === undefined ? undefined : Number(text);
}

/** `?only=`: alerts can be had by themselves; anything else counts as not given. */
export function onlyOne(only: unknown): PushName | undefined {
  return only === 'alert' ? only : undefined;
}
