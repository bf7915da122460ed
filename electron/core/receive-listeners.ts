import type { Connection } from './connection.ts';
import type { Endpoints } from './endpoints/endpoints.ts';
import type { createSamples } from './endpoints/samples.ts';
import type { Feed } from './feed.ts';
import type { Log } from './files/log.ts';
import { noticeTexts } from './notice-texts.ts';
import type { Notices } from './notices.ts';
import type { Notifier } from './notifications/notifier.ts';
import type { createStatus } from './status.ts';
import type { Readers } from './threads/readers.ts';
import type { ReceiveListeners } from './threads/receive-host.ts';

const HOUR_MS = 60 * 60 * 1000;

export interface Listening {
  log: Log;
  feed: Feed;
  samples: ReturnType<typeof createSamples>;
  connection: Pick<Connection, 'committed'>;
  readers: Readers;
  notices: Notices;
  notifier: Pick<Notifier, 'hear'>;
  status: ReturnType<typeof createStatus>;
  endpoints: Endpoints;
  /** Where the receiver listens; empty before it does. */
  receiverUrl(): string;
}

/**
 * What the receive thread tells, and who hears it.
 * @param parts asked for when something is told, which is after the store was opened and all parts were built
 */
export function receiveListeners(parts: () => Listening): ReceiveListeners {
  const nameOf = (endpointId: string) => parts().endpoints.nameOf(endpointId) ?? 'an endpoint';

  return {
    committed(changes) {
      const { feed, samples, readers, notices, connection, notifier } = parts();
      feed.committed(changes);
      samples.committed(changes);
      connection.committed(changes);
      for (const event of changes.events) notifier.hear(event);
      if (changes.events.length > 0) readers.search().tell('follow');
      const suspect = changes.deliveries.find(({ reason }) => reason === 'timestamp_outside_window');
      if (suspect)
        notices.tell(noticeTexts.clockSuspect(suspect.endpointId, nameOf(suspect.endpointId)), HOUR_MS);
    },
    storeState(failed) {
      const { status, log, notices } = parts();
      // Told for each delivery that could not be kept; news is only the first.
      if (!status.setStore(failed)) return;
      if (failed) log.error({ reason: failed.reason }, 'the store takes no writes');
      notices.tell(failed ? noticeTexts.storeFailed(failed.reason ?? '') : noticeTexts.storeRecovered());
    },
    setAside(file) {
      const { feed, readers, notices, log } = parts();
      notices.tell(noticeTexts.storeSetAside(file));
      feed.beginAnew();
      readers.restart().then(
        () => feed.resetAll(),
        (error) => log.error({ err: error }, 'the reading threads could not be started again'),
      );
    },
    secretMissing(endpointId) {
      const { notices, endpoints, log } = parts();
      notices.tell(noticeTexts.secretUnreadable(endpointId, nameOf(endpointId)), HOUR_MS);
      endpoints.load().catch((error) => log.error({ err: error }, 'the secrets could not be read again'));
    },
    pruned: () => parts().readers.search().tell('prune'),
    died(error) {
      const { status, log, receiverUrl } = parts();
      log.error({ err: error }, 'the receive thread died');
      const reason = 'An error stopped it; it is starting again.';
      status.setReceiver({ state: 'failed', url: receiverUrl(), reason });
    },
    revived(lastSeq) {
      const { status, notices, receiverUrl, feed, readers } = parts();
      feed.missed(lastSeq);
      readers.search().tell('follow');
      status.setReceiver({ state: 'listening', url: receiverUrl() });
      notices.tell(noticeTexts.receiverRestarted());
    },
    lost({ message }) {
      const { status, notices, receiverUrl } = parts();
      status.setReceiver({ state: 'failed', url: receiverUrl(), reason: message });
      notices.tell(noticeTexts.receiverFailed(message));
    },
  };
}
