import type { Endpoint } from '../../../shared/endpoints.ts';
import { assertNever, type ErrorCode } from '../../../shared/errors.ts';
import type { Status } from '../../../shared/status.ts';
import type { LinkState } from '../../client/link.ts';
import { inertLine } from '../../text/inert.ts';
import { breaks as words } from '../../words/connection.ts';
import { explainError } from '../../words/errors.ts';
import { type PathWords, tunnelState } from '../../words/path.ts';
import { stageOf } from '../connect/stage.ts';

/** What one button does about it. */
export type Fix =
  | { do: 'retry' | 'choose' | 'token' | 'create' | 'settings' }
  | { do: 'endpoint' | 'register'; endpointId: string };

export interface Break {
  title: string;
  text: string;
  tone: PathWords['tone'];
  fix?: Fix;
  /** When it is tried again by itself; ISO 8601. */
  nextTryAt?: string;
}

export interface Known {
  status: Status | null;
  link: LinkState;
  endpoints: readonly Endpoint[];
  /** This run was started with another way in than the saved one. */
  isOverridden: boolean;
  /** Milliseconds since the epoch. */
  now: number;
}

/** The first broken link of the way, from the disk outwards; where none is broken, that. Says no more than is proved. */
export function findFirstBreak({ status, link, endpoints, isOverridden, now }: Known): Break {
  if (link === 'down' || link === 'locked') return { ...words.noHost, tone: 'bad' };
  if (!status || link === 'opening') return { ...words.unheard, tone: 'calm' };
  const { receiver, store } = status;
  if (receiver.state !== 'listening') {
    const text = receiver.reason ?? words.receiver.text;
    return { title: words.receiver.title, text, tone: receiver.state === 'stopping' ? 'warn' : 'bad' };
  }
  if (store.state === 'failed') {
    const text = [store.reason, words.store.text].filter(Boolean).join(' ');
    return { title: words.store.title, text, tone: 'bad', fix: { do: 'settings' } };
  }
  return breakOfTunnel(status, isOverridden, now) ?? breakOfVendors(endpoints);
}

function breakOfTunnel({ tunnel }: Status, isOverridden: boolean, now: number): Break | undefined {
  const { reason, code, nextTryAt } = tunnel;
  const text = [reason, code && words.meaning(code)].filter(Boolean).join(' ');
  const state = tunnelState(tunnel, now);
  switch (state) {
    case 'connected':
      return undefined;
    case 'off':
      if (isOverridden) return { ...words.offForThisRun, tone: 'calm' };
      return { ...words.off, tone: 'calm', fix: { do: 'choose' } };
    case 'opening':
      return { ...words.opening, tone: 'calm' };
    case 'unproved':
      return {
        title: words.unproved.title,
        text: reason ?? words.unproved.text,
        tone: 'warn',
        fix: { do: 'retry' },
      };
    case 'retrying':
      return {
        title: words.lost,
        text,
        tone: 'warn',
        fix: fixOf(code),
        ...(nextTryAt !== undefined && { nextTryAt }),
      };
    case 'failed':
      return { title: words.failed, text, tone: 'bad', fix: fixOf(code) };
    default:
      return assertNever(state);
  }
}

function fixOf(code: ErrorCode | undefined): Fix {
  switch (code) {
    case 'token_missing':
    case 'token_refused':
      return { do: 'token' };
    case 'program_missing':
    case 'tunnel_rate_limited':
    case 'not_https':
    case 'bad_input':
      return { do: 'choose' };
    default:
      return { do: 'retry' };
  }
}

/** The way in is proved here; what is left is whether the vendors know it. */
function breakOfVendors(all: readonly Endpoint[]): Break {
  const endpoints = all.filter(({ enabled }) => enabled);
  const [first] = endpoints;
  if (!first) return { ...words.noEndpoint, tone: 'calm', fix: { do: 'create' } };
  const at = (...stages: string[]) =>
    endpoints.find(({ registration }) => stages.includes(stageOf(registration)));

  const broken = at('failed', 'paused');
  if (broken?.registration.error) {
    const { sentence, next } = explainError(broken.registration.error);
    const { nextTryAt } = broken.registration;
    return {
      title: words.notRegistered(inertLine(broken.name)),
      text: `${sentence} ${next}`,
      tone: nextTryAt === undefined ? 'bad' : 'warn',
      fix: { do: nextTryAt === undefined ? 'endpoint' : 'register', endpointId: broken.id },
      ...(nextTryAt !== undefined && { nextTryAt }),
    };
  }
  const moved = at('moved');
  if (moved) {
    return {
      title: words.moved(inertLine(moved.name)),
      text: words.movedText,
      tone: 'warn',
      fix: { do: 'endpoint', endpointId: moved.id },
    };
  }
  const waiting = at('waiting', 'running');
  if (waiting) {
    return {
      title: words.waiting(inertLine(waiting.name)),
      text: words.waitingText,
      tone: 'calm',
      fix: { do: 'endpoint', endpointId: waiting.id },
    };
  }
  if (at('registered')) return { ...words.good, tone: 'good' };
  return { ...words.notConnected, tone: 'calm', fix: { do: 'endpoint', endpointId: first.id } };
}
