import { describe, expect, it } from 'vitest';
import { aPath, config, connected, pass, passUntil, stopTime, supervise } from './testing/supervise.ts';
import type { Manner } from './testing/supervised-path.ts';
import { TunnelError, type TunnelProvider } from './tunnel.ts';

stopTime();

describe('opening', () => {
  it('is connected when its proof has come back, and tells it in order', async () => {
    const { path, at, supervisor, states, words, told, names } = await connected();
    const publicUrl = `http://127.0.0.1:${path.port}/t1`;
    expect(supervisor.status()).toEqual({
      state: 'connected',
      provider: 'localtunnel',
      publicUrl,
      lastProofAt: new Date(at).toISOString(),
      roundTripMs: expect.any(Number),
    });
    expect(states()).toEqual(['opening', 'opening', 'connected']);
    expect(words()).toEqual(['proved', 'opened']);
    expect(told).toContainEqual({ proved: at });
    expect(told).toContainEqual({ opened: publicUrl });
    expect([...names]).toEqual([['localtunnel', 't1']]);
  });

  it('gives the sockets of a fresh tunnel their time', async () => {
    const path = await aPath();
    path.behave('bad-gateway');
    const { supervisor } = supervise();
    await supervisor.configure(path.provider, config);
    await passUntil(() => path.heard.length === 5);
    expect(supervisor.status()).toMatchObject({ state: 'opening' });
    path.behave('own');
    await passUntil(() => supervisor.status().state === 'connected');
    expect(path.opens).toHaveLength(1);
  });

  it('asks for the name that was given to this folder there', async () => {
    const path = await aPath();
    const { supervisor, until } = supervise({
      remembered: (of) => (of === 'localtunnel https://mine.example' ? 'mine' : undefined),
    });
    await supervisor.configure(path.provider, { ...config, host: 'https://mine.example' });
    await until('connected');
    expect(path.opens).toMatchObject([{ name: 'mine' }]);
  });
});

describe('a path that dies', () => {
  it.each<Manner>(['reset', 'not-found', 'bad-gateway', 'stranger'])(
    'is seen and mended: %s',
    async (manner) => {
      const { path, at, supervisor, until, states, told, words } = await connected();
      path.behave(manner);
      await pass(30_000);
      const { reason, nextTryAt } = await until('retrying');
      expect(states().slice(3)).toEqual(['unproved', 'retrying']);
      expect(told).toContainEqual({ lost: { since: at, reason } });
      expect(Date.parse(nextTryAt ?? '')).toBe(at + 30_000);
      path.behave('own');
      await pass(1);
      const { publicUrl } = await until('connected');
      expect(path.opens).toMatchObject([{ name: undefined }, { name: 't1' }]);
      expect(path.closes).toEqual(['t1']);
      expect(publicUrl).toBe(`http://127.0.0.1:${path.port}/t1`);
      expect(words()).toEqual(['proved', 'opened', 'lost', 'proved', 'opened']);
      expect(supervisor.status().lastProofAt).toBe(new Date(at + 30_001).toISOString());
    },
  );

  it('is seen and mended: it is silent', async () => {
    const { path, until, supervisor } = await connected();
    path.behave('silent');
    await pass(30_000);
    await path.asked(2);
    await pass(9_999);
    expect(supervisor.status().state).toBe('connected');
    await pass(1);
    expect(await until('unproved')).toMatchObject({ reason: 'The public address does not answer.' });
    await path.asked(3);
    await pass(4_000);
    await until('retrying');
    path.behave('own');
    await pass(1);
    await until('connected');
    expect(path.opens).toHaveLength(2);
  });

  it('asks for no tunnel while the server is away, and has one within ten seconds of its return', async () => {
    const { path, until } = await connected();
    await path.stop();
    await pass(30_000);
    await until('retrying');
    for (const pause of [1, 1_000, 3_000, 10_000, 10_000]) {
      await pass(pause);
      await until('retrying');
    }
    expect(path.opens).toHaveLength(1);
    await path.restart();
    await pass(10_000);
    await until('connected');
    expect(path.opens).toHaveLength(2);
  });

  it('is opened anew when the provider says that it is gone, and tells the other address', async () => {
    const { path, at, until, told, names } = await connected();
    path.name('other');
    path.lose(new TunnelError('tunnel_down', 'The tunnel server has closed the tunnel.', 'soon'));
    const { reason } = await until('retrying');
    expect(reason).toBe('The tunnel server has closed the tunnel.');
    expect(told).toContainEqual({ lost: { since: at, reason } });
    await pass(1_000);
    const { publicUrl } = await until('connected');
    expect(publicUrl).toBe(`http://127.0.0.1:${path.port}/other`);
    expect(told).toContainEqual({ opened: publicUrl });
    expect(names.get('localtunnel')).toBe('other');
  });

  it('is looked at for as long as it takes where it cannot be opened anew', async () => {
    const path = await aPath();
    const own: TunnelProvider = { ...path.provider, info: { ...path.provider.info, id: 'url' } };
    path.behave('not-found');
    const { supervisor, until } = supervise();
    await supervisor.configure(own, config);
    await until('unproved');
    await passUntil(() => path.heard.length === 8);
    expect(supervisor.status()).toMatchObject({ state: 'unproved', provider: 'url', code: 'tunnel_down' });
    path.behave('own');
    await passUntil(() => supervisor.status().state === 'connected');
    expect(path.opens).toHaveLength(1);
    expect(path.closes).toEqual([]);
  });
});

describe('who listens', () => {
  it('may fail, and the others hear all the same', async () => {
    const path = await aPath();
    const failed: unknown[] = [];
    const { supervisor, until, told } = supervise({
      proved() {
        throw new Error('disk full');
      },
      listenerFailed: (error) => failed.push(error),
    });
    await supervisor.configure(path.provider, config);
    await until('connected');
    expect(failed).toEqual([new Error('disk full')]);
    expect(told.some((one) => 'opened' in one)).toBe(true);
  });

  it('hears all of one thing before the next, also of what it brings about itself', async () => {
    const path = await aPath();
    const its = supervise({
      changed: ({ state }) => void (state === 'connected' && its.supervisor.configure(undefined, config)),
    });
    await its.supervisor.configure(path.provider, config);
    await its.when(() => its.words().includes('lost'));
    expect(its.words()).toEqual(['proved', 'opened', 'lost']);
  });

  it('may ask for more while it listens', async () => {
    const path = await aPath();
    const { supervisor, until, told } = supervise({
      opened: () => supervisor.check('asked'),
    });
    await supervisor.configure(path.provider, config);
    await until('connected');
    await path.asked(2);
    expect(told.filter((one) => 'lost' in one)).toEqual([]);
  });
});
