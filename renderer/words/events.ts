import { assertNever } from '../../shared/errors.ts';
import type { EventKind, FeedEvent } from '../../shared/events.ts';
import { shortId } from '../text/short-id.ts';
import { gapLine, gapTitle } from './gap.ts';

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
        title: `Someone joined ${name}`,
        ...line(text(data.room), people(data.participants)),
        ...id(event, agentName),
        mark: 'begin',
      };
    case 'session.started':
      return { title: 'Conversation started', aside: name, ...id(event, agentName), mark: 'begin' };
    case 'session.idle':
      return { title: 'Quiet for a while', aside: name, ...id(event, agentName), mark: 'dot' };
    case 'session.timed_out':
      return { title: 'Conversation timed out', aside: name, ...id(event, agentName), mark: 'end' };
    case 'session.ended':
      return { title: 'Session ended', aside: name, ...id(event, agentName), mark: 'end' };
    case 'chat.message':
      return { ...speaker(data.role, name), ...line(text(data.text) ?? ''), mark: 'dot' };
    case 'agent.ready':
      return { title: 'Agent ready', ...aside, line: finished(agentName ?? event.agentId), mark: 'good' };
    case 'agent.failed':
      return {
        title: 'Agent failed',
        ...aside,
        ...line(agent, text(data.reason)),
        mark: 'failed',
      };
    case 'video.completed':
      return { title: 'Video ready', aside: name, ...line(text(data.job_id) ?? agent), mark: 'good' };
    case 'video.failed':
      return { title: 'Video failed', aside: name, ...line(text(data.reason)), mark: 'failed' };
    case 'endpoint.test':
      return { title: 'Test received', aside: name, line: 'This way in works.', mark: 'good' };
    case 'gap':
      return { title: gapTitle(data.from, data.to), line: `${gapLine(data)} · ${name}`, mark: 'gap' };
    case 'unknown':
      return {
        title: 'Something new',
        aside: name,
        line:
          text(data.event_type) ?? text(data.event) ?? text(data.type) ?? 'Not understood; kept as it came.',
        mark: 'dot',
      };
    default:
      return assertNever(kind);
  }
}

/** A kind by itself, for tables and menus. */
export const kindWords: Record<EventKind, string> = {
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

export const tags = { sample: 'sample', late: 'late', unproved: 'unproved', fetched: 'fetched later' };

/** What a tag means, for those who ask. */
export const tagHints = {
  sample: 'A sample that Greenroom sent itself.',
  late: 'Refused at first; it verified after a secret was corrected.',
  unproved: 'It came without proof: anybody who knows the URL could have sent it.',
  fetched:
    'It did not arrive as a delivery. Greenroom fetched it from the vendor later, so nothing but the vendor’s own account proves it.',
};

export function speakerName(role: unknown, name: string): string {
  return role === 'user' ? 'Visitor' : role === 'assistant' ? name : 'Someone';
}

function speaker(role: unknown, name: string): { title: string; aside?: string } {
  return role === 'assistant' ? { title: name } : { title: speakerName(role, name), aside: `to ${name}` };
}

/** Where the agent's name stands already, its code would say nothing more. */
function id({ agentId }: FeedEvent, agentName: string | undefined): { id?: string } {
  return agentId === undefined || agentName !== undefined ? {} : { id: shortId(agentId) };
}

export function people(count: unknown): string | undefined {
  if (typeof count !== 'number') return undefined;
  return count === 1 ? '1 person' : `${count} people`;
}

function finished(agentId: string | undefined): string {
  return agentId ? `${agentId} finished generating` : 'Generating finished';
}

function line(...parts: (string | undefined)[]): { line?: string } {
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? {} : { line: said.join(' · ') };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
