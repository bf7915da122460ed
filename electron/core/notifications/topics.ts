import type { AlertTopic } from '../../../shared/alerts.ts';
import type { FeedEvent } from '../../../shared/events.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { NoticeCode } from '../../../shared/status.ts';

/** Those of Greenroom's own notices that do not wait until somebody looks at the window. */
export const noticeTopics: { [C in NoticeCode]?: AlertTopic } = {
  tunnel_lost: 'connection',
  tunnel_back: 'connection',
  registration_failed: 'connection',
  address_changed: 'connection',
  store_failed: 'trouble',
  store_recovered: 'trouble',
  store_set_aside: 'trouble',
  config_set_aside: 'trouble',
  secrets_set_aside: 'trouble',
  secret_unreadable: 'trouble',
  clock_suspect: 'trouble',
  receiver_failed: 'trouble',
};

/** undefined: of a kind that is never told. */
export function topicOf({ kind }: FeedEvent, watched: string | undefined): AlertTopic | undefined {
  switch (kind) {
    case 'session.joined':
      return 'joined';
    case 'session.started':
      return 'started';
    case 'session.idle':
    case 'session.timed_out':
    case 'session.ended':
      return 'sessions';
    case 'chat.message':
      return watched === undefined ? 'message' : 'watched';
    case 'agent.ready':
    case 'agent.failed':
    case 'video.completed':
    case 'video.failed':
      return 'agents';
    default:
      return undefined;
  }
}

/** Whether the user chose to be told of this. */
export function isOn(topic: AlertTopic, settings: Settings): boolean {
  switch (topic) {
    case 'joined':
      return settings.alertJoined;
    case 'started':
      return settings.alertStarted;
    case 'message':
      return settings.alertChat === 'users';
    case 'watched':
      return settings.alertChat !== 'none';
    case 'agents':
      return settings.alertAgents;
    case 'sessions':
      return settings.alertSessions;
    case 'connection':
      return settings.alertConnection;
    case 'trouble':
    case 'trial':
      return true;
  }
}
