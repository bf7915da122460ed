import type { AlertTarget } from '../../shared/alerts.ts';
import type { Command, Input, Value } from '../../shared/contract.ts';
import type { Reply, WireError } from '../../shared/errors.ts';
import type { Client } from './client.ts';
import { createEmitter } from './emitter.ts';
import { createLink } from './link.ts';
import { startPageAlerts } from './page-alerts.ts';
import { openPushStream } from './push-stream.ts';

const patience = 30_000;
/** These wait for a tunnel and a vendor, and both for each other. */
const longPatience = 180_000;
const slow: ReadonlySet<Command> = new Set<Command>([
  'endpoint.register',
  'endpoint.unregister',
  'endpoint.test',
  'registration.targets',
  'registration.others',
  'registration.removeOther',
  'registration.log',
]);

/**
 * Commands by POST, pushes by server-sent events; the cookie of the one-time link lets us in.
 * @param open leads to what an alert is about
 */
export function createWebClient(open: (target: AlertTarget) => void): Client {
  const emitter = createEmitter();
  const link = createLink('opening');

  async function call<C extends Command>(name: C, input: Input<C>): Promise<Reply<Value<C>>> {
    try {
      const response = await fetch(`/api/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
        credentials: 'same-origin',
        // That a window is left has to arrive though the window is gone; so has what could still be taken back.
        keepalive: name === 'attention.set' || name === 'endpoint.delete',
        signal: AbortSignal.timeout(slow.has(name) ? longPatience : patience),
      });
      if (response.status === 401) link.set('locked');
      return (await response.json()) as Reply<Value<C>>;
    } catch (error) {
      return { ok: false, error: asWireError(error) };
    }
  }

  openPushStream({
    page: document,
    open: (url) => new EventSource(url),
    newestSeq: () => call('status.get', {}).then((reply) => (reply.ok ? reply.value.lastSeq : undefined)),
    emit: emitter.emit,
    link,
  });
  return { call, on: emitter.on, link, permission: startPageAlerts({ call, emit: emitter.emit, open }) };
}

function asWireError(error: unknown): WireError {
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return { code: 'timed_out', message: 'No answer came in time.' };
  }
  if (error instanceof SyntaxError) return { code: 'internal', message: 'The answer was not readable.' };
  return { code: 'offline', message: 'Greenroom did not answer.' };
}
