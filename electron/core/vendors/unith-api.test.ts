import { inspect } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { EndpointOptions } from '../../../shared/endpoints.ts';
import { startUnithServer, type UnithServer, type UnithServerOptions } from './testing/unith-server.ts';
import { openUnithApi } from './unith-api.ts';

const secondHead = {
  id: '0d3b0d3b-0000-4000-8000-000000000002',
  publicId: 'lobby-11',
  name: 'Lobby',
  operationMode: 'ttt',
};
const all = ['start_conversation', 'end_conversation', 'timeout_conversation', 'inactivity_warning'];

async function start(options: UnithServerOptions = {}): Promise<UnithServer> {
  const server = await startUnithServer(options);
  onTestFinished(() => server.close());
  return server;
}

function open(server: UnithServer, options: EndpointOptions = {}, bearer?: string) {
  const headId = server.heads[0]?.id as string;
  return openUnithApi({
    credentials: bearer === undefined ? server.account : { bearer },
    options: { apiBase: server.url, dataBase: server.url, headId, ...options },
  });
}

const wanted = (more: object = {}) => ({
  url: 'https://one.example/hooks/k',
  events: [] as string[],
  active: true,
  ...more,
});
const callsTo = ({ seen }: UnithServer, path: string | RegExp) =>
  seen.filter((call) => (typeof path === 'string' ? call.path === path : path.test(call.path)));
const withCode = (code: string) => expect.objectContaining({ code });

describe('access', () => {
  test.each(['e-mail and secret key', 'a pasted bearer'])('is proved by %s', async (how) => {
    const server = await start();
    const bearer = how === 'a pasted bearer' ? server.bearer() : undefined;
    await open(server, {}, bearer).checkAccess();
    expect(callsTo(server, '/user/me')).toHaveLength(1);
    expect(callsTo(server, '/auth/token')).toHaveLength(bearer === undefined ? 1 : 0);
  });

  test('wrong credentials are tried once, not again', async () => {
    const server = await start();
    const api = openUnithApi({
      credentials: { email: server.account.email, secretKey: 'a wrong one' },
      options: { apiBase: server.url },
    });
    const error = await api.checkAccess().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'vendor_unauthorized', mayPass: false });
    expect(inspect(error, { depth: 10 })).not.toContain('a wrong one');
    expect(server.seen).toHaveLength(1);
  });

  test('a token that was taken back is renewed once, and the call made again', async () => {
    const server = await start();
    const api = open(server);
    await api.checkAccess();
    server.revoke();
    await api.create(wanted());
    expect(server.registrations).toHaveLength(1);
    expect(callsTo(server, '/auth/token')).toHaveLength(2);
    expect(callsTo(server, '/head-events')).toHaveLength(2);
  });

  test('many calls that meet a token taken back share one renewal', async () => {
    const server = await start();
    const api = open(server);
    await api.checkAccess();
    server.revoke();
    await Promise.all(Array.from({ length: 10 }, () => api.list()));
    await Promise.all([api.list(), api.checkAccess()]);
    expect(callsTo(server, '/auth/token')).toHaveLength(2);
  });

  test('a late word of an old token’s end does not take the new one away', async () => {
    const server = await start();
    const api = open(server);
    await api.checkAccess();
    server.revoke();
    // The one that was begun first is told last: the other has the new token by then.
    const { promise: renewed, resolve } = Promise.withResolvers<void>();
    let first = true;
    server.onCall(async (when, { path }) => {
      if (when !== 'before' || path !== '/user/me' || !first) return;
      first = false;
      await renewed;
    });
    const late = api.checkAccess();
    await expect.poll(() => callsTo(server, '/user/me').length).toBe(2);
    await api.list();
    resolve();
    await late;
    expect(callsTo(server, '/auth/token')).toHaveLength(2);
  });

  test('one that is refused however new it is ends in words, not in a loop', async () => {
    const server = await start();
    server.fail({ status: 401 }, { times: 99, path: /user/ });
    await expect(open(server).checkAccess()).rejects.toThrow(withCode('vendor_unauthorized'));
    expect(callsTo(server, '/user/me')).toHaveLength(2);
    expect(callsTo(server, '/auth/token')).toHaveLength(2);
  });

  test('a pasted token that has ended says what to do, and stays secret', async () => {
    const server = await start();
    const bearer = server.bearer();
    server.revoke();
    const error = await open(server, {}, bearer)
      .checkAccess()
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'vendor_unauthorized',
      message: expect.stringMatching(/paste a new one.*e-mail and secret key/i),
    });
    expect(inspect(error, { depth: 10 })).not.toContain(bearer);
    expect(server.seen).toHaveLength(1);
  });

  test('one that ends by itself is renewed', async () => {
    const server = await start({ tokenLifeMs: -1 });
    const api = open(server);
    await expect(api.checkAccess()).rejects.toThrow(withCode('vendor_unauthorized'));
    server.rules.tokenLifeMs = 60_000;
    await api.checkAccess();
  });

  test.each([{ status: 200, body: '{}' }, { status: 200, body: '' }, { html: true }] as const)(
    'whoever answers %j is not UNITH',
    async (fault) => {
      const server = await start();
      server.fail(fault, { times: 9, path: /user/ });
      await expect(open(server).checkAccess()).rejects.toThrow(withCode('vendor_unexpected'));
    },
  );

  test('another computer’s address must be https', () => {
    expect(() =>
      openUnithApi({ credentials: { bearer: 'x' }, options: { apiBase: 'http://api.example' } }),
    ).toThrow(withCode('not_https'));
  });
});

describe('digital humans', () => {
  test('are told by UUID, name, public id and mode', async () => {
    const server = await start();
    server.heads.push(secondHead);
    expect(await open(server).targets?.()).toEqual([
      { id: server.heads[0]?.id, name: 'Front desk', detail: 'frontdesk-20417 · doc_qa' },
      { id: secondHead.id, name: 'Lobby', detail: 'lobby-11 · ttt' },
    ]);
  });

  function addHeads(server: UnithServer, count: number): void {
    for (let n = 0; n < count; n++) {
      const id = `0d3b0d3b-0000-4000-8000-${String(n).padStart(12, '0')}`;
      server.heads.push({ id, publicId: `p-${n}`, name: `Head ${n}`, operationMode: 'ttt' });
    }
  }

  test.each([
    [50, 51, { pageMeta: false }],
    [49, 50, { pageMeta: false }],
    [120, 121, { pageMeta: false }],
    [49, 50, { pageMeta: true }],
    [30, 31, { pageMeta: true, longestPage: 7 }],
  ])('come in pages, all of them (%i more)', async (more, count, rules) => {
    const server = await start(rules);
    addHeads(server, more);
    expect(await open(server).targets?.()).toHaveLength(count);
  });

  test('whoever tells the same page for ever is not asked for ever', async () => {
    const server = await start();
    addHeads(server, 49);
    const body = JSON.stringify({ data: server.heads, meta: { hasNextPage: true } });
    server.fail({ status: 200, body }, { times: 99, path: /head\/all/ });
    expect(await open(server).targets?.()).toHaveLength(50);
    expect(callsTo(server, '/head/all')).toHaveLength(2);
  });

  test('one list serves many questions; one that failed is asked for again', async () => {
    const server = await start();
    const api = open(server);
    server.fail({ status: 403 }, { path: /head\/all/ });
    await expect(api.targets?.()).rejects.toThrow(withCode('vendor_forbidden'));
    const [{ id, publicId } = secondHead] = server.heads;
    expect(await api.agent?.(id)).toEqual({ agentId: id, alsoKnownAs: [publicId], name: 'Front desk' });
    expect(await api.agent?.(publicId)).toMatchObject({ agentId: publicId, alsoKnownAs: [id] });
    expect(await api.agent?.('nobody')).toBeUndefined();
    expect(callsTo(server, '/head/all')).toHaveLength(2);
  });

  test.each(['imageUrl', 'thumbnail', 'posterImage'])('a picture is taken from %s', async (name) => {
    const server = await start();
    const picture = 'https://pictures.example/a.png';
    server.heads.push({ ...secondHead, [name]: picture });
    expect(await open(server).agent?.(secondHead.id)).toMatchObject({ pictureUrl: picture });
  });

  test.each([7, null, 'javascript:alert(1)', 'file:///etc/passwd', { url: 'x' }])(
    '%j is no picture',
    async (imageUrl) => {
      const server = await start();
      server.heads.push({ ...secondHead, imageUrl });
      expect(await open(server).agent?.(secondHead.id)).not.toHaveProperty('pictureUrl');
    },
  );
});

describe('the choice of one', () => {
  test('is asked for where none was made', async () => {
    const server = await start();
    const api = openUnithApi({ credentials: server.account, options: { apiBase: server.url } });
    await expect(api.switchOn?.()).rejects.toThrow(withCode('choose_target'));
    await expect(api.list()).rejects.toThrow(withCode('choose_target'));
    await expect(api.create(wanted())).rejects.toThrow(withCode('choose_target'));
    expect(server.seen).toEqual([]);
    expect(await api.targets?.()).toHaveLength(1);
  });

  test('may be the public id', async () => {
    const server = await start();
    server.heads.push(secondHead);
    const api = open(server, { headId: ' lobby-11 ' });
    await api.switchOn?.();
    await api.create(wanted());
    expect(await api.list()).toMatchObject([{ target: secondHead.id }]);
    expect(server.isOn(secondHead.id)).toBe(true);
    expect(server.registrations).toMatchObject([{ headId: secondHead.id }]);
  });

  test('must be one of the account; of one that is gone nothing is listed', async () => {
    const server = await start();
    const api = open(server, { headId: 'gone-1' });
    await expect(api.switchOn?.()).rejects.toThrow(withCode('choose_target'));
    await expect(api.create(wanted())).rejects.toThrow(withCode('choose_target'));
    expect(await api.list()).toEqual([]);
  });

  test('is never part of a path unencoded', async () => {
    const server = await start();
    const id = '../../user/me?x=1#';
    server.heads.push({ ...secondHead, id, publicId: 'odd' });
    const api = open(server, { headId: 'odd' });
    await api.switchOn?.();
    expect(server.isOn(id)).toBe(true);
    await api.remove(id);
    expect(server.seen.at(-1)?.path).toBe(`/head-events/${encodeURIComponent(id)}`);
  });
});

describe('the switch', () => {
  test('is thrown in the query and read back', async () => {
    const server = await start();
    await open(server).switchOn?.();
    const calls = callsTo(server, /enable-events$/);
    expect(calls.map(({ method, query, body }) => [method, query.get('enableEvents'), body])).toEqual([
      ['PUT', 'true', ''],
      ['GET', null, ''],
    ]);
    expect(server.isOn(server.heads[0]?.id ?? '')).toBe(true);
  });

  test.each(['false', '{"data":false}', '{"enableEvents":false}'])(
    'that reads back as %s is not on',
    async (body) => {
      const server = await start();
      server.fail({ status: 200, body }, { method: 'GET', path: /enable-events/ });
      await expect(open(server).switchOn?.()).rejects.toMatchObject({
        code: 'vendor_unexpected',
        mayPass: true,
      });
    },
  );

  test.each(['true', '{"data":true}', ''])('that reads back as %j is on', async (body) => {
    const server = await start();
    server.fail({ status: 200, body }, { method: 'GET', path: /enable-events/ });
    await open(server).switchOn?.();
  });
});

describe('registrations', () => {
  test.each([false, true])('are made with the secret, and the id where it is told: %s', async (tellsId) => {
    const server = await start({ tellsId });
    const api = open(server);
    const made = await api.create(wanted());
    const [row] = server.registrations;
    expect(made).toEqual({ secret: row?.sharedKey, ...(tellsId && { ref: String(row?.id) }) });
    expect(await api.list()).toEqual([
      {
        ref: String(row?.id),
        url: 'https://one.example/hooks/k',
        events: all,
        active: true,
        target: server.heads[0]?.id,
        secret: row?.sharedKey,
        createdAt: row?.createdAt,
      },
    ]);
  });

  test('deliver what is wanted, in any spelling, and nothing else', async () => {
    const server = await start();
    const api = open(server);
    await api.create(wanted({ events: ['END_CONVERSATION', 'inactivity-warning'] }));
    expect(server.registrations).toMatchObject([
      {
        startConversation: false,
        endConversation: true,
        timeoutConversation: false,
        inactivityWarning: true,
      },
    ]);
    expect(await api.list()).toMatchObject([{ events: ['end_conversation', 'inactivity_warning'] }]);
  });

  test('of an event that UNITH does not have are not made', async () => {
    const server = await start();
    await expect(open(server).create(wanted({ events: ['room.join'] }))).rejects.toThrow(
      withCode('bad_input'),
    );
    expect(server.registrations).toEqual([]);
  });

  test('are changed in place and keep id and secret; a paused one asks for nothing', async () => {
    const server = await start();
    const api = open(server);
    expect(api.keepsSecret).toBe(true);
    await api.create(wanted());
    const [{ ref, secret } = { ref: '', secret: '' }] = await api.list();
    await api.update?.(ref, wanted({ url: 'https://two.example/hooks/k', active: false }));
    expect(await api.list()).toMatchObject([
      { ref, secret, url: 'https://two.example/hooks/k', events: [], active: false },
    ]);
    await api.update?.(ref, wanted({ events: ['start_conversation'] }));
    expect(await api.list()).toMatchObject([{ ref, secret, events: ['start_conversation'], active: true }]);
  });

  test('are removed; one that is gone is no error, one that cannot be is', async () => {
    const server = await start();
    const api = open(server);
    await api.create(wanted());
    await api.remove('1');
    await api.remove('1');
    expect(server.registrations).toEqual([]);
    server.fail({ status: 403 }, { method: 'DELETE' });
    await expect(api.remove('1')).rejects.toThrow(withCode('vendor_forbidden'));
  });

  test('of two computers stand side by side, and only those of the chosen one are told', async () => {
    const server = await start();
    server.heads.push(secondHead);
    await open(server).create(wanted());
    await open(server).create(wanted({ url: 'https://other.example/hooks/o' }));
    await open(server, { headId: secondHead.id }).create(wanted());
    expect((await open(server).list()).map(({ url }) => url)).toEqual([
      'https://one.example/hooks/k',
      'https://other.example/hooks/o',
    ]);
    // Also where the API takes no notice of the choice.
    server.fail(
      { status: 200, body: JSON.stringify({ data: server.registrations }) },
      { path: /head-events/ },
    );
    expect(await open(server, { headId: secondHead.id }).list()).toMatchObject([{ ref: '3' }]);
  });

  test('rows that are none are passed over', async () => {
    const server = await start();
    const rows = [
      {},
      { id: 1 },
      { id: null, webhookUrl: 'x' },
      { id: 'a', webhookUrl: 'https://x', startConversation: 1 },
    ];
    server.fail({ status: 200, body: JSON.stringify(rows) }, { path: /head-events/ });
    expect(await open(server).list()).toEqual([{ ref: 'a', url: 'https://x', events: [], active: false }]);
  });

  test('one of which it is not known whether it was made says so', async () => {
    const server = await start();
    server.fail({ reset: true }, { method: 'POST', path: /head-events/, done: true });
    const api = open(server);
    await expect(api.create(wanted())).rejects.toMatchObject({
      code: 'vendor_unreachable',
      unknownOutcome: true,
    });
    expect(await api.list()).toHaveLength(1);
  });

  test('one whose token could not be had was certainly not made', async () => {
    const server = await start();
    server.fail({ status: 503 }, { path: /token/ });
    await expect(open(server).create(wanted())).rejects.toMatchObject({
      code: 'vendor_failed',
      unknownOutcome: false,
    });
    expect(server.registrations).toEqual([]);
  });

  test('UNITH’s own words about a refusal are told', async () => {
    const server = await start();
    await expect(open(server).create(wanted({ url: 'http://plain.example/' }))).rejects.toMatchObject({
      code: 'vendor_refused',
      message: expect.stringContaining('it must be https'),
    });
  });
});

test('UNITH has neither a test nor a log', async () => {
  const api = open(await start());
  expect([api.test, api.log]).toEqual([undefined, undefined]);
  expect(api.allEvents).toEqual(all);
});
