import { randomBytes } from 'node:crypto';
import type { AlertTopic } from '../../shared/alerts.ts';
import type { Settings } from '../../shared/settings.ts';
import { createApi } from './api.ts';
import { type Connection, createConnection, registrationOf } from './connection.ts';
import { dispatch } from './dispatch.ts';
import { createEndpoints } from './endpoints/endpoints.ts';
import { headersKey } from './endpoints/headers-key.ts';
import { createSamples } from './endpoints/samples.ts';
import { createFeed } from './feed.ts';
import { openConfig } from './files/config.ts';
import { folderError, makeDataFolder } from './files/data-folder.ts';
import { openLog } from './files/log.ts';
import { openVault } from './files/vault.ts';
import { createLanguage } from './language.ts';
import { noticeTexts } from './notice-texts.ts';
import { createNotices } from './notices.ts';
import { createNotifier } from './notifications/notifier.ts';
import { defaultPorts } from './options.ts';
import type { App, HostPorts } from './ports.ts';
import { type Listening, receiveListeners } from './receive-listeners.ts';
import { createStatus } from './status.ts';
import { storeFiles } from './store/files.ts';
import type { ReceiveLimits } from './threads/contract.ts';
import { startReaders } from './threads/readers.ts';
import { startReceiveHost } from './threads/receive-host.ts';

/** While stopping, callers get their 503 for this long before the port closes. */
const STOP_GRACE_MS = 150;
const inWindowAnyway: ReadonlySet<AlertTopic> = new Set(['connection', 'trouble', 'trial']);

/**
 * Builds the parts and connects them. Whatever fails, all that was begun is ended and the folder is released.
 * @throws AppError `folder_in_use`, `store_newer`, `port_taken`, `store_failed`
 */
export async function startApp(ports: HostPorts): Promise<App> {
  const { dataDir, cipher, options } = ports;
  makeDataFolder(dataDir);
  const files = storeFiles(dataDir);
  let parts: Listening | undefined;
  let connection: Connection | undefined;
  let receiverUrl = '';
  let ended: Promise<void> | undefined;
  let stopNotifier = () => {};

  const listeners = receiveListeners(() => {
    if (!parts) throw new Error('The receive thread spoke before its store was open.');
    return parts;
  });
  // The receive thread holds the folder's lock: nothing else in the folder is touched before.
  const receive = await startReceiveHost(ports.threads.receive, { files }, listeners).catch((error) => {
    throw folderError(dataDir, error);
  });

  async function end(): Promise<void> {
    if (parts && receiverUrl) {
      parts.log.info('stopping');
      await connection?.takeBack().catch(noted);
      parts.status.setReceiver({ state: 'stopping', url: receiverUrl });
      await receive.beginStop().catch(noted);
      await new Promise((resolve) => setTimeout(resolve, STOP_GRACE_MS));
    }
    stopNotifier();
    await connection?.close().catch(noted);
    parts?.endpoints.close();
    await parts?.readers.stop().catch(noted);
    await receive.close();
    parts?.log.info('stopped');
  }
  const noted = (error: unknown) => parts?.log.error({ err: error }, 'stopping met an error');
  const stop = () => {
    ended ??= end();
    return ended;
  };

  try {
    const log = openLog(dataDir);
    const config = openConfig(dataDir);
    const vault = openVault(dataDir, cipher);
    const keys = { headers: await headersKey(vault), samples: randomBytes(32) };
    const secrets = await cipher.status();
    const limits = limitsOf(config.settings());
    const opened = await receive.open({
      limits,
      keys: { headers: keys.headers.toString('hex'), samples: keys.samples.toString('hex') },
    });

    // From here to `parts` nothing waits: what the receive thread tells finds all of them.
    const readers = startReaders(ports.threads, files, (error) =>
      log.error({ err: error }, 'a reading thread died'),
    );
    const feed = createFeed(opened.lastSeq, (input) => readers.read().ask.feedPage(input));
    const notices = createNotices((notice) => {
      feed.push('notice', notice);
      // It tells of an alert that was decided about already.
      if (notice.code !== 'alert') notifier.hear(notice);
    });
    const status = createStatus(ports, secrets, feed.lastSeq, (now) => feed.push('status', now));
    const endpoints = createEndpoints({
      config,
      vault,
      headersKey: keys.headers,
      urls: () => ({ local: receiverUrl, public: status.now().tunnel.publicUrl }),
      registrationOf: (id) => registrationOf(connection, id),
      // A thread that died is told the newest doors when it starts again.
      doorsChanged: (doors) =>
        receive.setDoors(doors).catch((error) => log.warn({ err: error }, 'the receive thread was away')),
      changed: (endpoint) => feed.push('endpoint', endpoint),
      deleted: (id) => feed.push('endpoint', { id, deleted: true }),
    });
    const samples = createSamples(endpoints, keys.samples);
    const language = createLanguage(
      () => config.settings().language,
      ports.systemLanguages,
      () => status.tellAgain(),
    );
    const notifier = createNotifier({
      host: ports.host,
      settings: config.settings,
      language: language.now,
      namesOf: ({ endpointId = '', agentId = '' }) => ({
        endpoint: endpoints.nameOf(endpointId),
        agent: connection?.agents.nameOf(agentId),
      }),
      raise: (alert) => feed.push('alert', alert),
      // What Greenroom tells of itself stands in the window already.
      tellInWindow(alert) {
        if (inWindowAnyway.has(alert.topic)) return;
        notices.tell(noticeTexts.alertNotShown(alert));
      },
      changed: status.setAlerts,
    });
    stopNotifier = notifier.stop;
    const settingsChanged = (settings: Settings) => {
      receive.setLimits(limitsOf(settings));
      ports.desktop?.updates.setAutomatic(settings.checkForUpdates);
      feed.push('settings', settings);
      connection
        ?.settingsChanged()
        .catch((error) => log.error({ err: error }, 'the way in could not be changed'));
    };
    connection = createConnection({
      ports,
      log,
      config,
      vault,
      endpoints,
      samples,
      notices,
      status,
      feed,
      readers,
      receive,
      receiverPort: () => Number(new URL(receiverUrl).port),
      settingsChanged,
    });
    const { registrar, wayIn, agents } = connection;
    parts = {
      log,
      feed,
      samples,
      connection,
      readers,
      notices,
      notifier,
      status,
      endpoints,
      receiverUrl: () => receiverUrl,
    };
    const api = createApi({
      config,
      endpoints,
      notices,
      notifier,
      language,
      desktop: ports.desktop,
      samples,
      registrar,
      wayIn,
      agents,
      credentialsChanged: connection.credentialsChanged,
      receive: receive.ask,
      read: () => readers.read().ask,
      search: () => readers.search().ask,
      async status() {
        // A keychain may have been locked at the start and be open now.
        status.setSecrets(await cipher.status());
        // Those of before count where the thread is away: the state says so.
        await receive
          .ask()
          .counters()
          .then(status.setCounters, () => undefined);
        return status.now();
      },
      settingsChanged,
      statusChanged: status.tellAgain,
    });

    ports.desktop?.updates.follow(status.tellAgain);
    ports.desktop?.updates.setAutomatic(config.settings().checkForUpdates);
    await endpoints.load();
    const port = await receive.listen({
      port: options.receiverPort ?? defaultPorts.receiver,
      explicit: options.receiverPort !== undefined,
    });
    receiverUrl = `http://127.0.0.1:${port}`;
    status.setReceiver({ state: 'listening', url: receiverUrl });
    await connection.begin();

    if (options.receiverPort === undefined && port !== defaultPorts.receiver)
      notices.tell(noticeTexts.portTaken(defaultPorts.receiver, port));
    if (opened.setAside !== undefined) notices.tell(noticeTexts.storeSetAside(opened.setAside));
    if (config.setAside !== undefined) notices.tell(noticeTexts.configSetAside(config.setAside));
    if (vault.setAside !== undefined) notices.tell(noticeTexts.secretsSetAside(vault.setAside));
    log.info({ version: ports.version, receiver: receiverUrl }, 'started');

    return {
      dispatch: (command, input) =>
        dispatch(api, command, input, (error) => log.error({ err: error, command }, 'a command failed')),
      subscribe(sink, after) {
        const first = endpoints.list().map((value) => ({ name: 'endpoint' as const, value }));
        return feed.subscribe(sink, [{ name: 'status', value: status.now() }, ...first], after);
      },
      receiverUrl,
      language: language.now,
      check: connection.check,
      stop,
    };
  } catch (error) {
    await stop();
    throw folderError(dataDir, error);
  }
}

function limitsOf(settings: Settings): ReceiveLimits {
  const { maxBodyBytes, retentionDays, retentionBytes, sessionQuietMinutes } = settings;
  return { maxBodyBytes, retentionDays, retentionBytes, sessionQuietMinutes };
}
