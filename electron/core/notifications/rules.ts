import type { Alert, AlertTarget, Mute, SilentReason } from '../../../shared/alerts.ts';
import { cleanText } from '../../../shared/clean-text.ts';
import type { FeedEvent } from '../../../shared/events.ts';
import type { Language } from '../../../shared/language.ts';
import { noticeWords } from '../../../shared/notice-words.ts';
import { isPaused } from '../../../shared/pause.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Notice } from '../../../shared/status.ts';
import { phrasesIn } from '../words/phrases.ts';
import { isQuiet } from './quiet-hours.ts';
import { isOn, noticeTopics, topicOf } from './topics.ts';
import { findWatched } from './watched-words.ts';
import { BODY_LENGTH, type Names, TITLE_LENGTH, whoOf, wordsFor } from './wording.ts';

/** What is learned later than this after it happened is no news. Milliseconds. */
const PAST_MS = 10 * 60_000;

/** An alert before it is told; several may be gathered in one. */
export interface Draft extends Omit<Alert, 'id' | 'at' | 'count'> {
  /** Who it is about, for people. */
  who: string;
  /** Never held back to be gathered with what is ordinary. */
  prompt: boolean;
  sessionId?: string;
  agentId?: string;
  endpointId?: string;
}

export interface Silent {
  silent: SilentReason;
  /** What it would have been. */
  title: string;
  sessionId?: string;
  agentId?: string;
  endpointId?: string;
}

export interface AlertContext {
  now: Date;
  names: Names;
  /** Sessions in windows that are focused and visible now. */
  inView: ReadonlySet<string>;
  /** In which it is told. */
  language: Language;
}

/** Whether the user is told of something, and how; and if not, why not. */
export function decide(
  happening: FeedEvent | Notice,
  settings: Settings,
  context: AlertContext,
): Draft | Silent {
  return 'seq' in happening
    ? decideEvent(happening, settings, context)
    : decideNotice(happening, settings, context);
}

export function isSilent(decision: Draft | Silent): decision is Silent {
  return 'silent' in decision;
}

/** Why an alert is not told at this moment: asked when it is drafted, and again when its turn has come. */
export function hush(
  draft: Draft,
  settings: Settings,
  context: Pick<AlertContext, 'now' | 'inView'>,
): SilentReason | undefined {
  const { sessionId, agentId, endpointId } = draft;
  const isMuted = (kind: Mute['kind'], id: string | undefined) =>
    id !== undefined && settings.muted.some((one) => one.kind === kind && one.id === id);
  if (isMuted('session', sessionId)) return 'muted_session';
  if (isMuted('agent', agentId)) return 'muted_agent';
  if (isMuted('endpoint', endpointId)) return 'muted_endpoint';
  return (
    hushAll(settings, context.now) ?? (sessionId && context.inView.has(sessionId) ? 'in_view' : undefined)
  );
}

/** Why nothing at all is told now. */
export function hushAll(settings: Settings, now: Date): SilentReason | undefined {
  if (isPaused(settings.pausedUntil, now.getTime())) return 'paused';
  return isQuiet(settings.quietHours, now) ? 'quiet_hours' : undefined;
}

function decideEvent(event: FeedEvent, settings: Settings, context: AlertContext): Draft | Silent {
  const { sessionId, agentId, endpointId } = event;
  const watched = watchedIn(event, settings);
  const ids = {
    ...(sessionId !== undefined && { sessionId }),
    ...(agentId !== undefined && { agentId }),
    endpointId,
  };
  const phrases = phrasesIn(context.language);
  const words = wordsFor(event, context.names, phrases, settings.alertText, watched);
  const silent = (reason: SilentReason): Silent => ({ silent: reason, title: words.title, ...ids });

  const topic = topicOf(event, watched);
  if (!topic) return silent('not_told');
  if (isPast(event)) return silent('past');
  if (topic === 'message' && settings.alertChat !== 'none' && event.data.role !== 'user')
    return silent('not_a_user');
  if (!isOn(topic, settings)) return silent('topic_off');

  const failed = event.kind === 'agent.failed' || event.kind === 'video.failed';
  const draft: Draft = {
    topic,
    title: cleanText(words.title, TITLE_LENGTH),
    body: cleanText(words.body, BODY_LENGTH),
    target: targetOf(event),
    mute: muteOf(event),
    urgent: failed,
    prompt: failed || topic === 'watched',
    who: whoOf(context.names, phrases),
    ...ids,
  };
  const reason = hush(draft, settings, context);
  return reason ? silent(reason) : draft;
}

function decideNotice(notice: Notice, settings: Settings, context: AlertContext): Draft | Silent {
  const { code, level, endpointId } = notice;
  const words = noticeWords(notice, context.language);
  const title = cleanText(words.title, TITLE_LENGTH);
  const ids = endpointId !== undefined && { endpointId };
  const topic = noticeTopics[code];
  if (!topic) return { silent: 'not_told', title, ...ids };
  if (!isOn(topic, settings)) return { silent: 'topic_off', title, ...ids };
  const draft: Draft = {
    topic,
    title,
    body: cleanText(words.text, BODY_LENGTH),
    target: endpointId === undefined ? { screen: 'connection' } : { screen: 'endpoints', id: endpointId },
    urgent: level === 'error',
    prompt: true,
    who: whoOf(context.names, phrasesIn(context.language)),
    ...ids,
    ...(endpointId !== undefined && { mute: { kind: 'endpoint', id: endpointId } }),
  };
  const reason = hush(draft, settings, context);
  return reason ? { silent: reason, title, ...ids } : draft;
}

function watchedIn({ kind, data }: FeedEvent, { alertChat, watchedWords }: Settings): string | undefined {
  if (kind !== 'chat.message' || alertChat === 'none' || typeof data.text !== 'string') return undefined;
  return findWatched(data.text, watchedWords);
}

/** The vendor's clock is believed only where the event did not come by itself. */
function isPast({ source, late, occurredAt, receivedAt }: FeedEvent): boolean {
  if (late) return true;
  return source === 'fetched' && Date.parse(receivedAt) - Date.parse(occurredAt) > PAST_MS;
}

function targetOf({ sessionId, endpointId }: FeedEvent): AlertTarget {
  return sessionId === undefined
    ? { screen: 'endpoints', id: endpointId }
    : { screen: 'sessions', id: sessionId };
}

/** The narrowest that makes sense. */
function muteOf({ sessionId, agentId, endpointId }: FeedEvent): Mute {
  if (sessionId !== undefined) return { kind: 'session', id: sessionId };
  return agentId === undefined ? { kind: 'endpoint', id: endpointId } : { kind: 'agent', id: agentId };
}
