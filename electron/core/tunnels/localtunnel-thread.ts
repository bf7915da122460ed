import type { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { FromThread, ThreadData } from './localtunnel-words.ts';

/**
 * One attempt of the localtunnel client, in a thread of its own: where the server is away the client retries every
 * second for ever and its promise never settles, so that giving up means ending the thread. What the client does not
 * tell is read from its parts: the status of a refusal from its HTTP client, and the loss of its sockets by counting.
 */

/** The client opens a socket anew when one closes; without any for this long, the tunnel is gone. */
const NO_SOCKET_MS = 2_000;
const MAX_ANSWER_BYTES = 64 * 1024;

interface Client extends EventEmitter {
  url: string;
  clientId: string;
  tunnelCluster: EventEmitter;
}

/** Not called `require`: the build has one of its own. */
const load = createRequire(import.meta.url);
const localtunnel = load('localtunnel') as (options: object) => Promise<Client>;
const { default: axios } = createRequire(load.resolve('localtunnel'))('axios') as typeof import('axios');
const { host, port, name } = workerData as ThreadData;

axios.defaults.maxContentLength = MAX_ANSWER_BYTES;
axios.defaults.maxRedirects = 3;
axios.interceptors.response.use(undefined, (error: { response?: { status: number } }) => {
  // The client would try for ever; whoever started this thread ends it.
  tell({ refused: error.response?.status ?? null });
  throw error;
});

function tell(message: FromThread): void {
  parentPort?.postMessage(message);
}

/** @param client whose sockets are counted from the first one on */
function watch(client: Client): void {
  let sockets = 0;
  let gone: NodeJS.Timeout | undefined;
  const lost = () => tell({ lost: true });
  client.tunnelCluster.on('open', () => {
    sockets++;
    clearTimeout(gone);
  });
  client.tunnelCluster.on('dead', () => {
    sockets--;
    clearTimeout(gone);
    if (sockets <= 0) gone = setTimeout(lost, NO_SOCKET_MS);
  });
  // Without a listener, the first lost socket would end the process. Refused means that the server's side is gone.
  client.on('error', () => {
    if (sockets <= 0) lost();
  });
  // A failure other than a refusal is swallowed by the client: then no socket ever opens.
  gone = setTimeout(lost, NO_SOCKET_MS * 2);
}

// Never `local_host`: the client would then decode the first chunks of each body as UTF-8, and break it.
const client = await localtunnel({ host, port, ...(name !== undefined && { subdomain: name }) });
watch(client);
tell({ opened: { url: String(client.url), name: String(client.clientId) } });
