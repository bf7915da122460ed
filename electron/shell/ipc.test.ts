import { describe, expect, it } from 'vitest';
import type { Push } from '../core/ports.ts';
import { callChannel, pushChannel } from './channels.ts';
import { connectIpc, type IpcContents, isTrusted } from './ipc.ts';
import { fakeEvents } from './testing.ts';

type Frame = Pick<Electron.WebFrameMain, 'origin' | 'parent'>;
type Handler = Parameters<Electron.IpcMain['handle']>[1];

const page: Frame = { origin: 'app://greenroom', parent: null };
const strangers: [string, Frame | null][] = [
  ['a frame that has gone', null],
  ['a frame in the page', { origin: 'app://greenroom', parent: page as Electron.WebFrameMain }],
  ['another host', { origin: 'app://greenroom.evil', parent: null }],
  ['a website', { origin: 'https://greenroom', parent: null }],
  ['a sandboxed page', { origin: 'null', parent: null }],
  ['a file', { origin: 'file://', parent: null }],
  ['no origin', { origin: '', parent: null }],
];

const reset: Push = { name: 'reset', value: { lastSeq: 7 } };

function setUp() {
  const handlers = new Map<string, Handler>();
  const asks = fakeEvents();
  const contents = fakeEvents();
  const sent: unknown[][] = [];
  const calls: unknown[][] = [];
  const sinks = new Set<(push: Push) => void>();
  let destroyed = false;

  const ipc = {
    handle: (channel, handler) => void handlers.set(channel, handler),
    on: asks.on,
  } satisfies Pick<Electron.IpcMain, 'handle' | 'on'>;
  const window = {
    ipc: ipc as unknown as Electron.IpcMain,
    on: contents.on,
    send: (...args) => void sent.push(args),
    isDestroyed: () => destroyed,
  } satisfies IpcContents;

  connectIpc(window, {
    dispatch: async (...args) => {
      calls.push(args);
      return { ok: true, value: 'done' };
    },
    subscribe: (sink) => {
      sinks.add(sink);
      return () => void sinks.delete(sink);
    },
  });

  return {
    calls,
    sent,
    sinks,
    call: (frame: Frame | null, ...args: unknown[]) =>
      handlers.get(callChannel)?.({ senderFrame: frame } as Electron.IpcMainInvokeEvent, ...args),
    ask: (frame: Frame | null) => asks.emit(pushChannel, { senderFrame: frame }),
    push: (push: Push) => {
      for (const sink of sinks) sink(push);
    },
    emit: contents.emit,
    destroy: () => {
      destroyed = true;
    },
  };
}

describe('isTrusted', () => {
  it('takes the page itself', () => expect(isTrusted(page)).toBe(true));
  it.each(strangers)('does not take %s', (_who, frame) => expect(isTrusted(frame)).toBe(false));
});

describe('a call', () => {
  it('from the page reaches the core as it was given', async () => {
    const { call, calls } = setUp();
    const input = { endpointId: '1' };
    expect(await call(page, 'endpoint.delete', input)).toEqual({ ok: true, value: 'done' });
    expect(calls).toEqual([['endpoint.delete', input]]);
  });

  it.each(strangers)('from %s is refused', async (_who, frame) => {
    const { call, calls } = setUp();
    expect(await call(frame, 'status.get', {})).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(calls).toEqual([]);
  });

  it.each([
    ['status'],
    ['toString'],
    ['__proto__'],
    [''],
    [7],
    [null],
    [undefined],
    [{ name: 'status.get' }],
  ])('of %j, which is no command, is refused', async (name) => {
    const { call, calls } = setUp();
    expect(await call(page, name, {})).toMatchObject({ ok: false, error: { code: 'unknown_command' } });
    expect(calls).toEqual([]);
  });
});

describe('pushes', () => {
  it('begin when the page asks, and not before', () => {
    const { ask, push, sent } = setUp();
    push(reset);
    expect(sent).toEqual([]);
    ask(page);
    push(reset);
    expect(sent).toEqual([[pushChannel, 'reset', { lastSeq: 7 }]]);
  });

  it.each(strangers)('do not begin for %s', (_who, frame) => {
    const { ask, sinks } = setUp();
    ask(frame);
    expect(sinks.size).toBe(0);
  });

  it('come once, however often the page asks', () => {
    const { ask, push, sent } = setUp();
    ask(page);
    ask(page);
    push(reset);
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['a new document', 'did-start-navigation', { isMainFrame: true, isSameDocument: false }],
    ['a crash', 'render-process-gone', {}],
    ['the end of the window', 'destroyed', undefined],
  ])('end with %s', (_what, event, details) => {
    const { ask, emit, sinks } = setUp();
    ask(page);
    emit(event, details);
    expect(sinks.size).toBe(0);
    ask(page);
    expect(sinks.size).toBe(1);
  });

  it.each([
    ['another screen of the page', { isMainFrame: true, isSameDocument: true }],
    ['a frame', { isMainFrame: false, isSameDocument: false }],
  ])('go on with %s', (_what, details) => {
    const { ask, emit, sinks } = setUp();
    ask(page);
    emit('did-start-navigation', details);
    expect(sinks.size).toBe(1);
  });

  it('are not sent to a window that is gone', () => {
    const { ask, destroy, push, sent } = setUp();
    ask(page);
    destroy();
    push(reset);
    expect(sent).toEqual([]);
  });
});
