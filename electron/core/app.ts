import { randomBytes } from 'node:crypto';
import type { Settings } from '../../shared/settings.ts';
import { createApi } from './api.ts';
import { dispatch } from './dispatch.ts';
import { createEndpoints } from './endpoints/endpoints.ts';
import { headersKey } from './endpoints/headers-key.ts';
import { createSamples } from './endpoints/samples.ts';
import { createFeed } from './feed.ts';
import { openConfig } from './files/config.ts';
import { makeDataFolder } from './files/data-folder.ts';
import { openLog } from './files/log.ts';
import { openVault } from './files/vault.ts';
import { noticeTexts } from './notice-texts.ts';
import { createNotices } from './notices.ts';
import type { App, HostPorts } from './ports.ts';
import { createStatus, tunnelStatus } from './status.ts';
import { storeFiles } from './store/files.ts';
import type { ReceiveLimits } from './threads/contract.ts';
import { startReaders } from './threads/readers.ts';
import { type ReceiveListeners, startReceiveHost } from './threads/receive-host.ts';

const DEFAULT_RECEIVER_PORT = 4781;
/** While stopping, callers get their 503 for this long before the port closes. */
const STOP_GRACE_MS = 150;
const HOUR_MS = 60 * 60 * 1000;

/**
 * Builds the parts and connects them.
 * @throws AppError `folder_in_use`, `store_newer`, `port_taken`, `store_failed`
 */
export async function startApp(ports: HostPorts): Promise<App> {
  makeDataFolder(ports.dataDir);
  const files = storeFiles(ports.dataDir);

  const listeners: ReceiveListeners = {
    committed(changes) {
      feed.committed(changes);
      samples.committed(changes);
      if (changes.events.length > 0) readers.search().tell('follow');
      const suspect = changes.deliveries.find(({ reason }) => reason === 'timestamp_outside_window');
      if (suspect)
        notices.tell(noticeTexts.clockSuspect(suspect.endpointId, nameOf(suspect.endpointId)), HOUR_MS);
    },
    storeState(failed) {
      status.setStore(failed);
      if (failed) log.error({ reason: failed.reason }, 'the store takes no writes');
      notices.tell(failed ? noticeTexts.storeFailed(failed.reason ?? '') : noticeTexts.storeRecovered());
    },
    setAside(file) {
      notices.tell(noticeTexts.storeSetAside(file));
      void readers.restart().then(() => feed.restart(0));
    },
    secretMissing(endpointId) {
      notices.tell(noticeTexts.secretUnreadable(endpointId, nameOf(endpointId)), HOUR_MS);
      void endpoints.load().then(endpoints.tell);
    },
    pruned: () => readers.search().tell('prune'),
    died(error) {
      log.error({ err: error }, 'the receive thread died');
      status.setReceiver({
        state: 'failed',
        url: receiverUrl,
        reason: 'An error stopped it; it is starting again.',
      });
    },
    revived() {
      status.setReceiver({ state: 'listening', url: receiverUrl });
      notices.tell(noticeTexts.receiverRestarted());
    },
    lost(error) {
      status.setReceiver({ state: 'failed', url: receiverUrl, reason: error.message });
      notices.tell(noticeTexts.receiverFailed(error.message));
    },
  };

  // The receive thread holds the folder's lock: nothing else in the folder is touched before.
  const receive = await startReceiveHost(ports.threads.receive, { files }, listeners);
  const log = openLog(ports.dataDir);
  const config = openConfig(ports.dataDir);
  const vault = openVault(ports.dataDir, ports.cipher);
  const keys = { headers: await headersKey(vault), samples: randomBytes(32) };
  let receiverUrl = '';
  const nameOf = (endpointId: string) =>
    config.endpoints().find(({ id }) => id === endpointId)?.name ?? 'an endpoint';

  const opened = await receive.open({ limits: limitsOf(config.settings()), keys }).catch(async (error) => {
    await receive.close();
    throw error;
  });
  const readers = startReaders(ports.threads, files, (error) =>
    log.error({ err: error }, 'a reading thread died'),
  );
  const feed = createFeed(opened.lastSeq, (input) => readers.read().ask.feedPage(input));
  const notices = createNotices((notice) => feed.push('notice', notice));
  const status = createStatus(ports, await ports.cipher.status(), feed.lastSeq, (now) =>
    feed.push('status', now),
  );
  const endpoints = createEndpoints({
    config,
    vault,
    headersKey: keys.headers,
    urls: () => ({ local: receiverUrl, public: status.now().tunnel.publicUrl }),
    doorsChanged: (doors) => receive.setDoors(doors),
    changed: (endpoint) => feed.push('endpoint', endpoint),
    deleted: (id) => feed.push('endpoint', { id, deleted: true }),
  });
  const samples = createSamples(endpoints, keys.samples);
  const api = createApi({
    config,
    endpoints,
    notices,
    samples,
    receive: receive.ask,
    read: () => readers.read().ask,
    search: () => readers.search().ask,
    async status() {
      status.setCounters(await receive.ask().counters());
      return status.now();
    },
    settingsChanged(settings) {
      receive.setLimits(limitsOf(settings));
      status.setTunnel(tunnelStatus(ports, settings));
      feed.push('settings', settings);
    },
  });

  async function stop(): Promise<void> {
    log.info('stopping');
    status.setReceiver({ state: 'stopping', url: receiverUrl });
    await receive.beginStop();
    await new Promise((resolve) => setTimeout(resolve, STOP_GRACE_MS));
    endpoints.close();
    await readers.stop();
    await receive.close();
    log.info('stopped');
  }

  try {
    status.setTunnel(tunnelStatus(ports, config.settings()));
    await endpoints.load();
    await endpoints.tell();
    const wanted = ports.options.receiverPort;
    const port = await receive.listen({
      port: wanted ?? DEFAULT_RECEIVER_PORT,
      explicit: wanted !== undefined,
    });
    receiverUrl = `http://127.0.0.1:${port}`;
    status.setReceiver({ state: 'listening', url: receiverUrl });
    if (wanted === undefined && port !== DEFAULT_RECEIVER_PORT) {
      notices.tell(noticeTexts.portTaken(DEFAULT_RECEIVER_PORT, port));
    }
  } catch (error) {
    await stop();
    throw error;
  }
  if (opened.setAside !== undefined) notices.tell(noticeTexts.storeSetAside(opened.setAside));
  if (config.setAside !== undefined) notices.tell(noticeTexts.configSetAside(config.setAside));
  log.info({ version: ports.version, receiver: receiverUrl }, 'started');

  return {
    dispatch: (command, input) =>
      dispatch(api, command, input, (error) => log.error({ err: error, command }, 'a command failed')),
    subscribe(sink, after) {
      const first = endpoints.list().map((value) => ({ name: 'endpoint' as const, value }));
      return feed.subscribe(sink, [{ name: 'status', value: status.now() }, ...first], after);
    },
    receiverUrl,
    stop,
  };
}

function limitsOf(settings: Settings): ReceiveLimits {
  const { maxBodyBytes, retentionDays, retentionBytes, sessionQuietMinutes } = settings;
  return { maxBodyBytes, retentionDays, retentionBytes, sessionQuietMinutes };
}
