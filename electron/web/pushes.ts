import type { ServerResponse } from 'node:http';
import type { App, Push } from '../core/ports.ts';

const HEARTBEAT_MS = 15_000;
/** A reader that is this far behind is cut off; it comes back with its last id and misses nothing. */
const MAX_WAITING_BYTES = 8 * 1024 ** 2;

/** Server-sent events. A feed event carries its `seq` as id, so that a lost connection resumes without gap or repeat. */
export function streamPushes(
  app: Pick<App, 'subscribe'>,
  response: ServerResponse,
  after: number | undefined,
): void {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  const write = (text: string) => {
    response.write(text);
    if (response.writableLength > MAX_WAITING_BYTES) response.destroy();
  };
  const unsubscribe = app.subscribe((push) => write(toServerSentEvent(push)), after);
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

/** `Last-Event-ID` on a reconnect, else `?after=`; a number that makes no sense counts as not given. */
export function resumePoint(lastEventId: string | undefined, after: string | undefined): number | undefined {
  const text = lastEventId ?? after;
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
