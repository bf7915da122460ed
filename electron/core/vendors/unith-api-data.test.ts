import { describe, expect, onTestFinished, test } from 'vitest';
import type { EndpointOptions } from '../../../shared/endpoints.ts';
import { startUnithServer, type UnithServer, type UnithServerOptions } from './testing/unith-server.ts';
import { openUnithApi } from './unith-api.ts';

const noon = Date.UTC(2026, 7, 31, 12);
const MINUTE_MS = 60_000;
/** Minutes from noon, as UNITH may write them. */
const iso = (minutes: number) => new Date(noon + minutes * MINUTE_MS).toISOString();
const bare = (minutes: number) => iso(minutes).slice(0, 19).replace('T', ' ');

async function start(rules: UnithServerOptions = {}, more: EndpointOptions = {}) {
  const server = await startUnithServer(rules);
  onTestFinished(() => server.close());
  const headId = server.heads[0]?.id as string;
  const options = { apiBase: server.url, dataBase: server.url, headId, ...more };
  const api = openUnithApi({ credentials: server.account, options });
  const missed = async (from = 0, to = 60) => {
    const found = await api.missed?.('1', noon + from * MINUTE_MS, noon + to * MINUTE_MS);
    if (!found) throw new Error('no answer');
    return found;
  };
  const transcript = async (vendorSessionId: string, org?: string) =>
    (await api.transcript?.({ vendorSessionId, agentId: headId, ...(org !== undefined && { org }) })) ?? [];
  return { server, headId, missed, transcript };
}

const told = ({ seen }: UnithServer, part: string) => seen.filter(({ path }) => path.startsWith(part));

describe('transcript', () => {
  const messages = [
    { text: 'Where is the hall?', message_type: 'user_input', timestamp: bare(1) },
    { text: 'To the left.', message_type: 'answer', timestamp: bare(2) },
  ];

  test('is read in the name of the organisation of the event, without credentials', async () => {
    const { server, headId, transcript } = await start();
    server.write('s1', messages);
    expect(await transcript('s1', 'Acme-77')).toMatchObject([
      { agentId: headId, vendorSessionId: 's1', data: { role: 'user', text: 'Where is the hall?' } },
      { data: { role: 'assistant', text: 'To the left.' } },
    ]);
    expect(server.seen).toHaveLength(1);
    expect(server.seen[0]?.headers.authorization).toBeUndefined();
  });

  test('of an event that named none is read in that of the account', async () => {
    const { server, transcript } = await start();
    server.write('s1', messages);
    expect(await transcript('s1')).toHaveLength(2);
    expect(await transcript('s1')).toHaveLength(2);
    expect(told(server, '/user/me')).toHaveLength(1);
    expect(told(server, '/sessions/Acme-77/s1')).toHaveLength(2);
  });

  test.each([401, 403] as const)('is asked for with the token where that is wanted (%i)', async (status) => {
    const { server, transcript } = await start({ dataWithoutToken: status });
    server.write('s1', messages);
    expect(await transcript('s1', 'Acme-77')).toHaveLength(2);
    const calls = told(server, '/sessions/').map(({ headers }) => headers.authorization !== undefined);
    expect(calls).toEqual([false, true]);
  });

  test('may come late, and grow', async () => {
    const { server, transcript } = await start();
    server.write('s1', messages.slice(0, 1), 2);
    expect(await transcript('s1', 'Acme-77')).toEqual([]);
    expect(await transcript('s1', 'Acme-77')).toEqual([]);
    const first = await transcript('s1', 'Acme-77');
    server.write('s1', messages.toReversed());
    const second = await transcript('s1', 'Acme-77');
    expect([first.length, second.length]).toEqual([1, 2]);
    expect(second.map(({ key }) => key)).toContain(first[0]?.key);
  });

  test.each(['{"messages":[]}', '[]', '{"data":{"messages":[]}}'])('%s says nothing', async (body) => {
    const { server, transcript } = await start();
    server.fail({ status: 200, body });
    expect(await transcript('s1', 'Acme-77')).toEqual([]);
  });

  test.each([{ html: true }, { status: 200, body: '{"messages":7}' }] as const)(
    '%j is no transcript',
    async (fault) => {
      const { server, transcript } = await start();
      server.fail(fault, { times: 9 });
      await expect(transcript('s1', 'Acme-77')).rejects.toMatchObject({ code: 'vendor_unexpected' });
    },
  );

  test('ids are never part of a path unencoded', async () => {
    const { server, transcript } = await start();
    server.write('../s?1#', messages);
    expect(await transcript('../s?1#', 'Acme-77')).toHaveLength(2);
    expect(server.seen[0]?.path).toBe('/sessions/Acme-77/..%2Fs%3F1%23');
  });
});

describe('missed', () => {
  test.each(['ignored', 'kept', 'whole days'] as const)(
    'tells what happened in that time, and nothing else (range %s)',
    async (range) => {
      const { server, headId, missed } = await start({ range });
      const of = { head_id: headId };
      server.converse({ session_id: 'in', start_time: iso(5), end_time: bare(9) });
      server.converse({ session_id: 'before', start_time: iso(-20), end_time: iso(-10), ...of });
      server.converse({ session_id: 'after', start_time: iso(70), end_time: iso(80), ...of });
      server.converse({ session_id: 'other', start_time: iso(5), end_time: iso(9), head_id: 'another' });
      const about = { vendorSessionId: 'in', agentId: headId, unlessTold: true };
      expect(await missed()).toEqual({
        facts: [
          {
            ...about,
            kind: 'session.started',
            occurredAt: noon + 5 * MINUTE_MS,
            data: { public_org_id: 'Acme-77', user: 'Visitor' },
            key: 'session.started in',
          },
          {
            ...about,
            kind: 'session.ended',
            occurredAt: noon + 9 * MINUTE_MS,
            data: { public_org_id: 'Acme-77', user: 'Visitor' },
            key: 'session.ended in',
          },
        ],
        transcripts: [{ vendorSessionId: 'in', agentId: headId, org: 'Acme-77' }],
      });
      const [{ query } = { query: new URLSearchParams() }] = told(server, '/conversations');
      expect([...query.keys()].toSorted()).toEqual(['end_date', 'org_id', 'start_date']);
      expect(query.get('org_id')).toBe('Acme-77');
    },
  );

  test('one that goes on has begun and not ended; there is nothing to be read of it yet', async () => {
    const { server, missed } = await start();
    server.converse({ session_id: 'live', start_time: iso(50) });
    const { facts, transcripts } = await missed();
    expect(facts.map(({ kind }) => kind)).toEqual(['session.started']);
    expect(transcripts).toEqual([]);
  });

  test('one that ended after the time is told by its own delivery', async () => {
    const { server, missed } = await start();
    server.converse({ session_id: 'long', start_time: iso(50), end_time: iso(90) });
    expect((await missed()).facts.map(({ kind }) => kind)).toEqual(['session.started']);
  });

  test('asked again, it tells the same by the same keys', async () => {
    const { server, missed } = await start();
    server.converse({ session_id: 'a', start_time: iso(5), end_time: iso(9) });
    const keys = async () => (await missed()).facts.map(({ key }) => key);
    const first = await keys();
    server.converse({ session_id: 'b', start_time: iso(6), end_time: iso(7) });
    expect((await keys()).filter((key) => first.includes(key))).toEqual(first);
  });

  test('a conversation that is known late is found by a later look', async () => {
    const { server, missed } = await start();
    server.converse({ session_id: 'late', start_time: iso(5), end_time: iso(9) }, 1);
    expect((await missed()).facts).toEqual([]);
    expect((await missed()).facts).toHaveLength(2);
  });

  test('the digital human may have been chosen by its public id', async () => {
    const { server, missed } = await start({}, { headId: 'frontdesk-20417' });
    server.converse({ session_id: 'in', start_time: iso(5), end_time: iso(9) });
    expect((await missed()).facts).toHaveLength(2);
  });

  test.each([401, 403] as const)('is asked for with the token where that is wanted (%i)', async (status) => {
    const { server, missed } = await start({ dataWithoutToken: status });
    server.converse({ session_id: 'in', start_time: iso(5), end_time: iso(9) });
    expect((await missed()).facts).toHaveLength(2);
  });

  test('a conversation may name the digital human by its public id', async () => {
    const { server, headId, missed } = await start();
    server.converse({ session_id: 'in', start_time: iso(5), end_time: iso(9), head_id: 'frontdesk-20417' });
    expect((await missed()).facts).toMatchObject([{ agentId: headId }, { agentId: headId }]);
  });

  test('one that began before and ended in that time is found, also where the range is of beginnings', async () => {
    const { server, missed } = await start({ range: 'kept' });
    server.converse({ session_id: 'long', start_time: iso(-20), end_time: iso(9) });
    expect((await missed()).facts).toHaveLength(2);
  });

  test('a token that was taken back is renewed here, too', async () => {
    const { server, missed, transcript } = await start({ dataWithoutToken: 401 });
    server.converse({ session_id: 'in', start_time: iso(5), end_time: iso(9) });
    server.write('in', [{ text: 'Hello' }]);
    expect((await missed()).facts).toHaveLength(2);
    server.revoke();
    expect((await missed()).facts).toHaveLength(2);
    server.revoke();
    expect(await transcript('in', 'Acme-77')).toHaveLength(1);
  });

  test('rows without an id or a usable start are passed over', async () => {
    const { server, missed } = await start();
    const rows = [{}, { session_id: 'x' }, { session_id: 'y', start_time: 'noon' }, { start_time: iso(5) }];
    server.fail({ status: 200, body: JSON.stringify({ conversations: rows }) }, { path: /conversations/ });
    expect(await missed()).toEqual({ facts: [], transcripts: [] });
  });

  test('a vendor that is away is an error that may pass', async () => {
    const { server, missed } = await start();
    server.fail({ status: 503 }, { times: 9, path: /conversations/ });
    await expect(missed()).rejects.toMatchObject({ code: 'vendor_failed', mayPass: true });
  });
});
