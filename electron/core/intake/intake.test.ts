import { describe, expect, test } from 'vitest';
import type { ReceivedCall } from '../receiver/receiver.ts';
import { startStore } from '../store/testing/temp-store.ts';
import { bithuman } from '../vendors/bithuman.ts';
import { createIntake, type Door, type IntakeKeys } from './intake.ts';
import { keyedHash } from './judge.ts';
import { REDACTED } from './kept-headers.ts';
import { isSampleMark, makeSampleMark, SAMPLE_HEADER } from './sample-mark.ts';

const keys: IntakeKeys = { headers: Buffer.alloc(32, 1), samples: Buffer.alloc(32, 2) };
const NOW = Date.UTC(2026, 0, 15, 12);

const door = (over: Partial<Door> = {}): Door => ({
  endpointId: 'ep_1',
  key: 'key-1',
  vendor: 'bithuman',
  enabled: true,
  proof: { verification: 'signature-timestamp', secrets: ['s'] },
  ...over,
});

/** A real intake on a real store. */
function start(...doors: Door[]) {
  const store = startStore();
  const missing: string[] = [];
  const intake = createIntake(store.committer, keys, (id) => missing.push(id));
  intake.setDoors(doors);
  return {
    ...store,
    intake,
    missing,
    send: (key: string, call: Partial<ReceivedCall>) =>
      new Promise<{ status: number; headers?: Record<string, string> }>((resolve, reject) => {
        const accept = intake.find(key);
        if (!accept) return reject(new Error('no door'));
        accept({ headers: [], body: Buffer.from('{}'), receivedAt: NOW, ...call }, (answer) => {
          resolve(answer);
          return 100;
        });
      }),
    last: () => store.told.committed.at(-1),
  };
}

function signed(body: object = { id: 'evt_1', event: 'agent.ready', data: {} }, secret = 's', at = NOW) {
  const call = bithuman.signForTest({ headers: {}, body: Buffer.from(JSON.stringify(body)) }, secret, at);
  return { headers: Object.entries(call.headers), body: call.body };
}

test('a verified call is an event; a wrong one is kept and answered 401', async () => {
  const { send, last } = start(door());
  expect(await send('key-1', signed())).toMatchObject({ status: 200 });
  expect(last()?.events).toMatchObject([{ kind: 'agent.ready', verified: true, endpointId: 'ep_1' }]);
  expect(await send('key-1', signed({ id: 'evt_2' }, 'wrong'))).toMatchObject({ status: 401 });
  expect(last()).toMatchObject({
    events: [],
    deliveries: [{ verdict: 'rejected', reason: 'signature_mismatch' }],
  });
  expect(await send('key-1', signed({ id: 'evt_3' }, 's', NOW - 400_000))).toMatchObject({ status: 401 });
  expect(last()).toMatchObject({ deliveries: [{ reason: 'timestamp_outside_window' }] });
});

test('without a proof that is asked for, what comes is unproved', async () => {
  const { send, last } = start(door({ proof: { verification: 'none', secrets: [] } }));
  expect(await send('key-1', { body: Buffer.from([0xff, 0x00]) })).toMatchObject({ status: 200 });
  expect(last()).toMatchObject({
    events: [{ kind: 'unknown', verified: false }],
    deliveries: [{ verdict: 'unproved' }],
  });
});

test('no door, a closed door or an unknown vendor: nothing to find', () => {
  const { intake } = start(
    door(),
    door({ key: 'key-2', enabled: false }),
    door({ key: 'key-3', vendor: 'gone' }),
  );
  expect(intake.find('key-1')).toBeDefined();
  for (const key of ['key-2', 'key-3', 'none', '', '__proto__', 'constructor'])
    expect(intake.find(key)).toBeUndefined();
  intake.setDoors([]);
  expect(intake.find('key-1')).toBeUndefined();
});

test('a secret that cannot be read now: 503, come again, the user is told, nothing is kept', async () => {
  const { send, missing, told } = start(door({ proof: undefined }));
  expect(await send('key-1', signed())).toMatchObject({ status: 503, headers: { 'Retry-After': '5' } });
  expect(missing).toEqual(['ep_1']);
  expect(told.committed).toEqual([]);
});

test('a store that takes no writes: 503, come again', async () => {
  const { send, committer } = start(door());
  committer.database().pragma('query_only = ON');
  expect(await send('key-1', signed())).toMatchObject({ status: 503, headers: { 'Retry-After': '5' } });
  expect(await send('key-1', signed({}, 'wrong'))).toMatchObject({ status: 503 });
});

test('secret headers are masked in what is kept, accepted or refused', async () => {
  const header = { name: 'X-Key', valueHashes: [keyedHash(keys.headers, 'right')] };
  const { send, read, committer } = start(
    door({ vendor: 'bithuman-dashboard', proof: { verification: 'header', secrets: [], header } }),
  );
  const lines = (value: string): [string, string][] => [
    ['Host', 'a'],
    ['x-KEY', value],
    ['Authorization', 'Basic abc'],
    ['X-Key', 'second'],
  ];
  expect(await send('key-1', { headers: lines('right') })).toMatchObject({ status: 200 });
  expect(await send('key-1', { headers: lines('wrong') })).toMatchObject({ status: 401 });
  for (const n of [1, 2]) {
    expect(read().deliveryGet({ deliveryId: `d${n}-${committer.storeId()}` }).headers).toEqual([
      ['Host', 'a'],
      ['x-KEY', REDACTED],
      ['Authorization', REDACTED],
      ['X-Key', REDACTED],
    ]);
  }
  const stored = committer.database().prepare('SELECT group_concat(headers) FROM payloads').pluck().get();
  expect(stored).not.toMatch(/right|wrong|second|Basic/);
});

test('our samples are marked and the mark is never kept; a forged one counts for nothing', async () => {
  const { send, last, read, committer } = start(door());
  const mark = makeSampleMark(keys.samples);
  const call = (value: string, id: string) => {
    const { headers, body } = signed({ id, event: 'agent.ready', data: {} });
    return { headers: [...headers, ['X-Greenroom-Sample', value]] as [string, string][], body };
  };
  await send('key-1', call(mark, 'a'));
  expect(last()).toMatchObject({
    events: [{ source: 'sample' }],
    samples: [[mark, `d1-${committer.storeId()}`]],
  });
  for (const forged of ['', 'x', `${mark}0`, mark.replace('.', '..'), makeSampleMark(Buffer.alloc(32, 3))]) {
    await send('key-1', call(forged, `forged ${forged}`));
    expect(last()).toMatchObject({ events: [{ source: 'delivery' }], samples: [] });
  }
  for (const { id } of read().deliveryList({ limit: 50 }).deliveries) {
    const names = read()
      .deliveryGet({ deliveryId: id })
      .headers.map(([name]) => name.toLowerCase());
    expect(names).not.toContain(SAMPLE_HEADER);
  }
});

describe('the public path', () => {
  const open = door({ proof: { verification: 'none', secrets: [] } });
  const reached = async (publicHost: string | null, headers: [string, string][]) => {
    const { intake, send, last } = start(open);
    intake.setPublicHost(publicHost);
    await send('key-1', { headers });
    return last()?.reached;
  };

  test.each<[string | null, [string, string][]]>([
    ['demo.example', [['Host', 'demo.example']]],
    ['demo.example', [['HOST', 'DEMO.example:443']]],
    ['Demo.Example:443', [['host', 'demo.example']]],
    ['demo.example:80', [['host', 'demo.example']]],
    ['demo.example:8443', [['host', 'demo.example:8443']]],
    ['[2001:db8::1]', [['host', '[2001:DB8::1]:443']]],
    [
      'other.example',
      [
        ['Host', '127.0.0.1:4781'],
        ['X-Forwarded-For', '203.0.113.9'],
      ],
    ],
    [null, [['x-forwarded-host', 'demo.example']]],
    [null, [['Forwarded', 'for=203.0.113.9']]],
    [null, [['CF-Connecting-IP', '203.0.113.9']]],
  ])('with %j %j came through it', async (publicHost, headers) => {
    expect(await reached(publicHost, headers)).toEqual([
      { endpointId: 'ep_1', at: new Date(NOW).toISOString(), test: false },
    ]);
  });

  test.each<[string | null, [string, string][]]>([
    [null, []],
    [null, [['Host', '127.0.0.1:4781']]],
    ['demo.example', []],
    ['demo.example', [['Host', '']]],
    ['demo.example', [['Host', 'localhost:4781']]],
    ['demo.example', [['Host', 'demo.example:4781']]],
    ['demo.example', [['Host', 'demo.example.evil']]],
    ['demo.example', [['Host', 'x.demo.example']]],
    [
      'demo.example',
      [
        ['Host', 'localhost'],
        ['Host', 'demo.example'],
      ],
    ],
    ['demo.example:8443', [['Host', 'demo.example']]],
    [
      'demo.example',
      [
        ['Origin', 'https://demo.example'],
        ['Referer', 'https://demo.example/'],
      ],
    ],
    [
      'demo.example',
      [
        ['Via', '1.1 proxy'],
        ['X-Real-IP', '203.0.113.9'],
      ],
    ],
  ])('with %j %j did not', async (publicHost, headers) => {
    expect(await reached(publicHost, headers)).toEqual([]);
  });

  test('what is refused proves nothing, and neither do our own samples', async () => {
    const { intake, send, last } = start(door());
    intake.setPublicHost('demo.example');
    const via: [string, string] = ['Host', 'demo.example'];
    const call = (id: string, more: [string, string][] = []) => {
      const { headers, body } = signed({ id, event: 'agent.ready', data: {} });
      return { headers: [...headers, via, ...more] as [string, string][], body };
    };
    expect(await send('key-1', { headers: [via] })).toMatchObject({ status: 401 });
    expect(last()?.reached).toEqual([]);
    await send('key-1', call('sample', [['X-Greenroom-Sample', makeSampleMark(keys.samples)]]));
    expect(last()?.reached).toEqual([]);
    await send('key-1', call('forged', [['X-Greenroom-Sample', makeSampleMark(Buffer.alloc(32, 3))]]));
    expect(last()?.reached).toHaveLength(1);
    intake.setPublicHost(null);
    await send('key-1', call('later'));
    expect(last()?.reached).toEqual([]);
  });

  test('what comes again counts, and a test is told among others', async () => {
    const { intake, send, last, told } = start(door(), door({ endpointId: 'ep_2', key: 'key-2' }));
    intake.setPublicHost('demo.example');
    const call = (body: object, receivedAt = NOW) => {
      const { headers, body: bytes } = signed(body);
      return {
        headers: [...headers, ['Host', 'demo.example']] as [string, string][],
        body: bytes,
        receivedAt,
      };
    };
    const ready = { id: 'evt_1', event: 'agent.ready', data: {} };
    await send('key-1', call(ready));
    await send('key-1', call(ready, NOW + 5));
    expect(last()).toMatchObject({
      events: [],
      reached: [{ endpointId: 'ep_1', at: new Date(NOW + 5).toISOString(), test: false }],
    });
    const before = told.committed.length;
    await Promise.all([
      send('key-1', call({ id: 'evt_2', event: 'ping', data: {} }, NOW + 6)),
      send('key-1', call({ id: 'evt_3', event: 'agent.ready', data: {} }, NOW + 7)),
      send('key-2', call({ id: 'evt_4', event: 'agent.ready', data: {} }, NOW + 8)),
    ]);
    expect(told.committed).toHaveLength(before + 1);
    expect(last()?.reached).toEqual([
      { endpointId: 'ep_1', at: new Date(NOW + 7).toISOString(), test: true },
      { endpointId: 'ep_2', at: new Date(NOW + 8).toISOString(), test: false },
    ]);
  });
});

test('a mark is good for the run that made it', () => {
  const mark = makeSampleMark(keys.samples);
  expect(isSampleMark(keys.samples, mark)).toBe(true);
  expect(isSampleMark(keys.headers, mark)).toBe(false);
  expect(makeSampleMark(keys.samples)).not.toBe(mark);
});
