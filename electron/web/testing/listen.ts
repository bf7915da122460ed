import { EventEmitter, once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { Pushes, PushName } from '../../../shared/contract.ts';
import type { WebHost } from '../web-host.ts';

export type Heard = { [P in PushName]: { name: P; id: string | undefined; value: Pushes[P] } }[PushName];

/** A reader of the pushes, over a real connection. */
export interface Listener {
  heard: Heard[];
  response: IncomingMessage;
  /** The first push, heard already or yet to come, that is as wanted. */
  until<P extends PushName>(name: P, wanted?: (value: Pushes[P]) => boolean): Promise<Pushes[P]>;
  /** Settles when the connection is gone. */
  closed: Promise<void>;
  close(): void;
}

export async function listen(
  host: Pick<WebHost, 'ui' | 'token'>,
  { after, lastEventId }: { after?: number | string; lastEventId?: number | string } = {},
): Promise<Listener> {
  const url = after === undefined ? `${host.ui}/pushes` : `${host.ui}/pushes?after=${after}`;
  const headers = {
    authorization: `Bearer ${host.token}`,
    ...(lastEventId !== undefined && { 'last-event-id': String(lastEventId) }),
  };
  const call = request(url, { headers, agent: false }).end();
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  const heard: Heard[] = [];
  const news = new EventEmitter();
  const closed = new Promise<void>((resolve) => {
    response.on('close', () => {
      resolve();
      news.emit('news');
    });
  });
  // Cutting it is what tests do.
  response.on('error', () => undefined);
  call.on('error', () => undefined);

  let rest = '';
  response.setEncoding('utf8');
  response.on('data', (text: string) => {
    const blocks = (rest + text).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) if (!block.startsWith(':')) heard.push(parse(block));
    news.emit('news');
  });

  return {
    heard,
    response,
    closed,
    async until(name, wanted = () => true) {
      for (;;) {
        const found = heard.find((one) => one.name === name && wanted(one.value as never));
        if (found) return found.value as never;
        if (response.destroyed) throw new Error(`The pushes ended before "${name}" came.`);
        await once(news, 'news');
      }
    },
    close: () => response.destroy(),
  };
}

function parse(block: string): Heard {
  const fields = new Map(
    block.split('\n').map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
  );
  return {
    name: fields.get('event'),
    id: fields.get('id'),
    value: JSON.parse(fields.get('data') ?? ''),
  } as Heard;
}
