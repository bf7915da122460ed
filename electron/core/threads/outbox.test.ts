import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DeliverySummary, FeedEvent, Session } from '../../../shared/events.ts';
import type { Committed } from '../store/arrival.ts';
import { createOutbox, nothingChanged } from './outbox.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const event = (seq: number) => ({ seq }) as FeedEvent;
const delivery = (id: string, duplicates: number) => ({ id, duplicates }) as DeliverySummary;
const session = (id: string, messages: number) => ({ id, messages }) as Session;

function begin() {
  const sent: Committed[] = [];
  return { sent, outbox: createOutbox((changes) => sent.push(changes)) };
}

test('what several commits changed crosses once: every event in order, each row in its last state', () => {
  const { sent, outbox } = begin();
  outbox.add({
    ...nothingChanged,
    events: [event(1)],
    deliveries: [delivery('d1', 0)],
    samples: [['m', 'd1']],
  });
  outbox.add({ ...nothingChanged, events: [event(2), event(3)], sessions: [session('s1', 1)] });
  outbox.add({ ...nothingChanged, deliveries: [delivery('d1', 1)], sessions: [session('s1', 2)] });
  expect(sent).toEqual([]);
  vi.runAllTimers();
  expect(sent).toEqual([
    {
      events: [event(1), event(2), event(3)],
      deliveries: [delivery('d1', 1)],
      sessions: [session('s1', 2)],
      samples: [['m', 'd1']],
      reached: [],
    },
  ]);
});

test('of what came through the public path each endpoint’s newest crosses, a test among them is not forgotten', () => {
  const { sent, outbox } = begin();
  const reached = (endpointId: string, at: string, test = false) =>
    outbox.add({ ...nothingChanged, reached: [{ endpointId, at, test }] });
  reached('ep_1', '1', true);
  reached('ep_2', '2');
  reached('ep_1', '3');
  vi.runAllTimers();
  reached('ep_1', '4');
  vi.runAllTimers();
  expect(sent.map((changes) => changes.reached)).toEqual([
    [
      { endpointId: 'ep_1', at: '3', test: true },
      { endpointId: 'ep_2', at: '2', test: false },
    ],
    [{ endpointId: 'ep_1', at: '4', test: false }],
  ]);
});

test('nothing is sent twice, and nothing that is not there', () => {
  const { sent, outbox } = begin();
  outbox.flush();
  outbox.add({ ...nothingChanged, events: [event(1)] });
  outbox.flush();
  vi.runAllTimers();
  outbox.add({ ...nothingChanged, events: [event(2)] });
  vi.runAllTimers();
  expect(sent.map(({ events }) => events)).toEqual([[event(1)], [event(2)]]);
});
