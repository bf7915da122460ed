import { assertNever } from '../../shared/errors.ts';
import type { EventKind, FeedEvent } from '../../shared/events.ts';
import { shortId } from '../text/short-id.ts';
import { eventTextsDe, kindWordsDe, tagHintsDe, tagsDe } from './de/events.ts';
import { gapLine, gapTitle } from './gap.ts';
import { inLanguage } from './language.ts';

/** Shape before colour: a ring for a beginning, hollow for an end, a diamond for what failed, a square for a gap. */
export type Mark = 'dot' | 'begin' | 'end' | 'failed' | 'gap' | 'good';

export interface EventWords {
  title: string;
  /** After the title, quieter. */
  aside?: string;
  /** Below it. May be a stranger's text: show it through `inert`. */
  line?: string;
  /** The agent's id: small, where there is no line. */
  id?: string;
  mark: Mark;
}

const en = {
  joined: (name: string) => `Someone joined ${name}`,
  started: 'Conversation started',
  quiet: 'Quiet for a while',
  timedOut: 'Conversation timed out',
  ended: 'Session ended',
  agentReady: 'Agent ready',
  agentFailed: 'Agent failed',
  videoReady: 'Video ready',
  videoFailed: 'Video failed',
  test: 'Test received',
  testLine: 'This way in works.',
  unknown: 'Something new',
  notUnderstood: 'Not understood; kept as it came.',
  visitor: 'Visitor',
  someone: 'Someone',
  to: (name: string) => `to ${name}`,
  people: (n: number) => (n === 1 ? '1 person' : `${n} people`),
  finishedOf: (agent: string) => `${agent} finished generating`,
  finished: 'Generating finished',
};
export type EventTexts = typeof en;
const words = inLanguage(en, eventTextsDe);

/**
 * One event in words.
 * @param name what it is about is called: the agent, else the endpoint
 * @param agentName where the vendor has told; else the agent's code stands for it
 */
export function describeEvent(event: FeedEvent, name: string, agentName?: string): EventWords {
  const { kind, data } = event;
  /** The line tells the agent's name already. */
  const aside = name === agentName ? {} : { aside: name };
  const agent = agentName ?? (event.agentId && shortId(event.agentId));
  switch (kind) {
    case 'session.joined':
      return {
        title: words.joined(name),
        ...line(text(data.room), people(data.participants)),
        ...id(event, agentName),
        mark: 'begin',
      };
    case 'session.started':
      return { title: words.started, aside: name, ...id(event, agentName), mark: 'begin' };
    case 'session.idle':
      return { title: words.quiet, aside: name, ...id(event, agentName), mark: 'dot' };
    case 'session.timed_out':
      return { title: words.timedOut, aside: name, ...id(event, agentName), mark: 'end' };
    case 'session.ended':
      return { title: words.ended, aside: name, ...id(event, agentName), mark: 'end' };
    case 'chat.message':
      return { ...speaker(data.role, name), ...line(text(data.text) ?? ''), mark: 'dot' };
    case 'agent.ready':
      return { title: words.agentReady, ...aside, line: finished(agentName ?? event.agentId), mark: 'good' };
    case 'agent.failed':
      return {
        title: words.agentFailed,
        ...aside,
        ...line(agent, text(data.reason)),
        mark: 'failed',
      };
    case 'video.completed':
      return { title: words.videoReady, aside: name, ...line(text(data.job_id) ?? agent), mark: 'good' };
    case 'video.failed':
      return { title: words.videoFailed, aside: name, ...line(text(data.reason)), mark: 'failed' };
    case 'endpoint.test':
      return { title: words.test, aside: name, line: words.testLine, mark: 'good' };
    case 'gap':
      return { title: gapTitle(data.from, data.to), line: `${gapLine(data)} · ${name}`, mark: 'gap' };
    case 'unknown':
      return {
        title: words.unknown,
        aside: name,
        line: text(data.event_type) ?? text(data.event) ?? text(data.type) ?? words.notUnderstood,
        mark: 'dot',
      };
    default:
      return assertNever(kind);
  }
}

/** A kind by itself, for tables and menus. */
const kindEn: Record<EventKind, string> = {
  'session.joined': 'Someone joined',
  'session.started': 'Conversation started',
  'session.idle': 'Went quiet',
  'session.timed_out': 'Timed out',
  'session.ended': 'Session ended',
  'chat.message': 'Chat message',
  'agent.ready': 'Agent ready',
  'agent.failed': 'Agent failed',
  'video.completed': 'Video ready',
  'video.failed': 'Video failed',
  'endpoint.test': 'Test',
  gap: 'Gap',
  unknown: 'Something new',
};
export const kindWords = inLanguage(kindEn, kindWordsDe);

const tagsEn = { sample: 'sample', late: 'late', unproved: 'unproved', fetched: 'fetched later' };
export type TagWords = typeof tagsEn;
export const tags = inLanguage(tagsEn, tagsDe);

/** What a tag means, for those who ask. */
const tagHintsEn = {
  sample: 'A sample that Greenroom sent itself.',
  late: 'Refused at first; it verified after a secret was corrected.',
  unproved: 'It came without proof: anybody who knows the URL could have sent it.',
  fetched:
    'It did not arrive as a delivery. Greenroom fetched it from the vendor later, so nothing but the vendor’s own account proves it.',
};
export type TagHintWords = typeof tagHintsEn;
export const tagHints = inLanguage(tagHintsEn, tagHintsDe);

export function speakerName(role: unknown, name: string): string {
  return role === 'user' ? words.visitor : role === 'assistant' ? name : words.someone;
}

function speaker(role: unknown, name: string): { title: string; aside?: string } {
  return role === 'assistant' ? { title: name } : { title: speakerName(role, name), aside: words.to(name) };
}

/** Where the agent's name stands already, its code would say nothing more. */
function id({ agentId }: FeedEvent, agentName: string | undefined): { id?: string } {
  return agentId === undefined || agentName !== undefined ? {} : { id: shortId(agentId) };
}

export function people(count: unknown): string | undefined {
  if (typeof count !== 'number') return undefined;
  return words.people(count);
}

function finished(agentId: string | undefined): string {
  return agentId ? words.finishedOf(agentId) : words.finished;
}

function line(...parts: (string | undefined)[]): { line?: string } {
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? {} : { line: said.join(' · ') };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
