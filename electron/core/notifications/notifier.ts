import { randomUUID } from 'node:crypto';
import type { Alert, AlertDecision, AlertsStatus, SilentReason } from '../../../shared/alerts.ts';
import type { FeedEvent } from '../../../shared/events.ts';
import type { Language } from '../../../shared/language.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Notice } from '../../../shared/status.ts';
import { phrasesIn } from '../words/phrases.ts';
import { createAttention, type View } from './attention.ts';
import { createDecisions } from './decisions.ts';
import { gather, type Told } from './gather.ts';
import { createPace } from './pace.ts';
import { decide, hush, isSilent } from './rules.ts';
import { createShown } from './shown.ts';
import { createWaiting, type Turn } from './waiting.ts';
import type { Names } from './wording.ts';

/** Never more than one alert in this time. */
const APART_MS = 1000;

export interface NotifierContext {
  host: 'desktop' | 'browser';
  settings(): Settings;
  /** That the user reads. */
  language(): Language;
  namesOf(of: { endpointId?: string; agentId?: string }): Names;
  raise(alert: Alert): void;
  /** The system did not show it: to be told in the window. */
  tellInWindow(alert: Alert): void;
  changed(status: AlertsStatus): void;
}

/** Tells the user what happens, by alerts: which, when, gathered with which others, and whether they were shown. */
export function createNotifier(
  context: NotifierContext,
  clock = { wall: Date.now, steady: () => performance.now() },
) {
  const { settings, raise } = context;
  const decisions = createDecisions(clock.wall);
  const attention = createAttention(clock.steady);
  const lanes = [
    { waiting: createWaiting(true), pace: createPace(false) },
    { waiting: createWaiting(false), pace: createPace(true) },
  ] as const;
  const [prompt, ordinary] = lanes;
  let status: AlertsStatus = { state: 'untried', unread: 0 };
  let lastAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const shown = createShown({
    host: context.host,
    failed: context.tellInWindow,
    changed: (next) => setStatus({ ...next, unread: status.unread }),
  });

  function setStatus(next: AlertsStatus): void {
    if (next.state === status.state && next.reason === status.reason && next.unread === status.unread) return;
    status = next;
    context.changed(status);
  }

  function hear(happening: FeedEvent | Notice): void {
    if (stopped) return;
    const decision = decide(happening, settings(), {
      now: new Date(clock.wall()),
      names: context.namesOf(happening),
      inView: attention.sessions(),
      language: context.language(),
    });
    if (isSilent(decision)) {
      const { silent, ...about } = decision;
      decisions.add({ outcome: 'silent', reason: silent, ...about });
      return;
    }
    const { title, sessionId, agentId, endpointId, prompt: isPrompt } = decision;
    const line = decisions.add({
      outcome: 'waiting',
      title,
      ...(sessionId !== undefined && { sessionId }),
      ...(agentId !== undefined && { agentId }),
      ...(endpointId !== undefined && { endpointId }),
    });
    (isPrompt ? prompt : ordinary).waiting.add(decision, line, clock.steady());
    arm();
  }

  /** For the lane whose turn is next. Never at once: what one commit brought is looked at together. */
  function arm(): void {
    clearTimeout(timer);
    const due = lanes.flatMap(({ waiting, pace }) => (waiting.isEmpty() ? [] : pace.readyAt()));
    if (due.length === 0 || stopped) return;
    const at = Math.max(Math.min(...due), lastAt + APART_MS);
    timer = setTimeout(tellNext, Math.max(0, at - clock.steady()));
  }

  function tellNext(): void {
    const at = clock.steady();
    const lane = lanes.find(({ waiting, pace }) => !waiting.isEmpty() && pace.readyAt() <= at);
    const turn = lane && at >= lastAt + APART_MS ? lane.waiting.take() : undefined;
    if (lane && turn && tell(turn, at)) {
      lane.pace.told(at);
      if (lane === prompt) ordinary.pace.spend(at);
    }
    arm();
  }

  /** @returns whether anything was left to tell: the user may have muted, paused or looked meanwhile */
  function tell({ waiting, more, moreLines, since }: Turn, at: number): boolean {
    const now = { now: new Date(clock.wall()), inView: attention.sessions() };
    const reasons = waiting.map(({ draft }) => hush(draft, settings(), now));
    const left = waiting.filter((_, index) => !reasons[index]);
    for (const [index, { line }] of waiting.entries()) silence(line, reasons[index]);
    if (left.length === 0) {
      for (const line of moreLines) silence(line, reasons[0]);
      return false;
    }
    const crowd = { drafts: left.map(({ draft }) => draft), more, forMs: at - since };
    const told = gather(crowd, phrasesIn(context.language()));
    const lines = [...moreLines, ...left.map(({ line }) => line)];
    for (const line of lines) line.outcome = told.count === 1 ? 'told' : 'gathered';
    send(told, lines, at);
    return true;
  }

  function send(told: Told, lines: readonly AlertDecision[], at: number): Alert {
    lastAt = at;
    const alert: Alert = { id: randomUUID(), at: new Date(clock.wall()).toISOString(), ...told };
    for (const line of lines) line.alertId = alert.id;
    shown.raised(alert, lines);
    if (told.topic !== 'trial' && !attention.isLooking()) setStatus({ ...status, unread: status.unread + 1 });
    raise(alert);
    return alert;
  }

  return {
    hear,
    status: () => status,
    decisions: decisions.list,
    outcome: shown.outcome,

    attend(view: View): void {
      attention.set(view);
      if (view.focused) setStatus({ ...status, unread: 0 });
    },

    /** Whatever the settings say. @returns its id */
    raiseTrial(): string {
      const words = phrasesIn(context.language()).trial;
      const line = decisions.add({ outcome: 'told', title: words.title });
      const told: Told = {
        topic: 'trial',
        ...words,
        target: { screen: 'settings', id: 'alerts' },
        count: 1,
        urgent: false,
      };
      return send(told, [line], clock.steady()).id;
    },

    stop(): void {
      stopped = true;
      clearTimeout(timer);
      shown.stop();
    },
  };
}

export type Notifier = ReturnType<typeof createNotifier>;

function silence(line: AlertDecision, reason: SilentReason | undefined): void {
  if (reason) Object.assign(line, { outcome: 'silent', reason } satisfies Partial<AlertDecision>);
}
