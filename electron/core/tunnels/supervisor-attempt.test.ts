import { describe, expect, it, vi } from 'vitest';
import { aPath, config, connected, pass, stopTime, supervise } from './testing/supervise.ts';
import type { Path } from './testing/supervised-path.ts';
import { type Tunnel, TunnelError, type TunnelProvider } from './tunnel.ts';

stopTime();

describe('who is asked for a tunnel', () => {
  const refuses = async (path: Path, error: unknown) => {
    path.beforeOpen(async () => {
      throw error;
    });
    const its = supervise();
    await its.supervisor.configure(path.provider, config);
    return its;
  };

  it('is left in peace for a minute after "later", though somebody asks', async () => {
    const path = await aPath();
    const at = Date.now();
    const { supervisor, until } = await refuses(
      path,
      new TunnelError('tunnel_rate_limited', 'Too many.', 'later'),
    );
    const nextTryAt = new Date(at + 60_000).toISOString();
    expect(await until('retrying')).toMatchObject({
      code: 'tunnel_rate_limited',
      reason: 'Too many.',
      nextTryAt,
    });
    path.beforeOpen(undefined);
    supervisor.check('asked');
    supervisor.check('network');
    await pass(59_999);
    expect(path.opens).toHaveLength(1);
    await pass(1);
    await until('connected');
  });

  it('is not asked again after "never", until a person wants it', async () => {
    const path = await aPath();
    const { supervisor, until } = await refuses(
      path,
      new TunnelError('token_refused', 'Wrong token.', 'never'),
    );
    expect(await until('failed')).toMatchObject({ code: 'token_refused', reason: 'Wrong token.' });
    await pass(3_600_000);
    supervisor.check('network');
    expect(path.opens).toHaveLength(1);
    path.beforeOpen(undefined);
    await supervisor.configure(path.provider, config);
    await until('connected');
  });

  it('may fail with words that nobody should read', async () => {
    const path = await aPath();
    const error = Object.assign(new Error('Bearer s3cret was refused'), { code: 'ERR_BAD' });
    const { until } = await refuses(path, error);
    expect((await until('retrying')).reason).toBe('The tunnel could not be opened (ERR_BAD).');
  });

  it('may never answer, or too late: what it opens then is closed', async () => {
    const path = await aPath();
    const opening = Promise.withResolvers<Tunnel>();
    const closed = Promise.withResolvers<void>();
    const { supervisor, told, names } = supervise();
    const asked = Promise.withResolvers<void>();
    await supervisor.configure(
      {
        ...path.provider,
        open: () => {
          asked.resolve();
          return opening.promise;
        },
      },
      config,
    );
    await asked.promise;
    await pass(25_000);
    expect(told).toContainEqual({
      changed: expect.objectContaining({ state: 'retrying', code: 'timed_out' }),
    });
    const configured = supervisor.configure(undefined, config);
    await pass(3_000);
    await configured;
    opening.resolve({ ...path.openTunnel('late'), close: async () => closed.resolve() });
    await closed.promise;
    expect(supervisor.status().state).toBe('off');
    expect([...names]).toEqual([]);
  });
});

describe('configure', () => {
  it('closes the one before it first', async () => {
    const { path, supervisor, until, told, at } = await connected();
    const other = await aPath();
    other.name('b');
    let stillOpen: string[] | undefined;
    other.beforeOpen(async () => {
      stillOpen = path.open();
    });
    await supervisor.configure(other.provider, { ...config, host: 'https://other.example' });
    expect(path.open()).toEqual([]);
    await until('connected');
    expect(stillOpen).toEqual([]);
    expect(supervisor.status().publicUrl).toBe(`http://127.0.0.1:${other.port}/b`);
    expect(told).toContainEqual({ lost: { since: at, reason: 'The way in was changed.' } });
  });

  it('waits for one that takes its time to close, but not for ever', async () => {
    const path = await aPath();
    const stuck: TunnelProvider = {
      ...path.provider,
      open: async () => ({ ...path.openTunnel('a'), close: () => new Promise(() => undefined) }),
    };
    const { supervisor, until } = supervise();
    await supervisor.configure(stuck, config);
    await until('connected');
    const configured = supervisor.configure(path.provider, { ...config, domain: 'b.example' });
    for (let ms = 0; ms < 2_990; ms += 10) {
      await pass(10);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(path.opens).toHaveLength(0);
    await pass(10);
    await configured;
    await until('connected');
    expect(path.opens).toHaveLength(1);
  });

  it('leaves what is the same as it is', async () => {
    const { path, supervisor } = await connected();
    await supervisor.configure(path.provider, { ...config });
    expect(supervisor.status().state).toBe('connected');
    expect(path.opens).toHaveLength(1);
    expect(path.heard).toHaveLength(1);
  });

  it('may be called again at once: the last one counts, and nothing else stays open', async () => {
    const [a, b, c] = [await aPath(), await aPath(), await aPath()];
    const { supervisor, until } = supervise();
    await Promise.all(
      [a, b, c].map(({ provider }, i) =>
        supervisor.configure(provider, { ...config, domain: `${i}.example` }),
      ),
    );
    const { publicUrl } = await until('connected');
    expect(publicUrl).toBe(`http://127.0.0.1:${c.port}/t1`);
    expect([a.open(), b.open()]).toEqual([[], []]);
  });

  it('to none is off, and nothing more is asked', async () => {
    const { path, supervisor, states } = await connected();
    await supervisor.configure(undefined, config);
    expect(supervisor.status()).toEqual({
      state: 'off',
      provider: 'off',
      publicUrl: null,
      lastProofAt: null,
    });
    expect(states().at(-1)).toBe('off');
    expect(path.open()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
    supervisor.check('asked');
    await pass(3_600_000);
    expect(path.opens).toHaveLength(1);
  });
});

describe('close', () => {
  it('ends all of it, and tells nothing any more', async () => {
    const { path, supervisor, told } = await connected();
    const before = told.length;
    await supervisor.close();
    expect(path.open()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
    supervisor.check('asked');
    await supervisor.configure(path.provider, { ...config, domain: 'x.example' });
    await pass(3_600_000);
    expect(told).toHaveLength(before);
    expect(path.opens).toHaveLength(1);
  });

  it('ends a try that is under way', async () => {
    const path = await aPath();
    const { supervisor } = supervise();
    const asked = Promise.withResolvers<AbortSignal>();
    const hangs: TunnelProvider = {
      ...path.provider,
      open: ({ signal }) => {
        asked.resolve(signal);
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      },
    };
    await supervisor.configure(hangs, config);
    const signal = await asked.promise;
    await supervisor.close();
    expect(signal.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not wait for a proof that nobody answers', async () => {
    const { path, supervisor } = await connected();
    path.behave('silent');
    supervisor.check('asked');
    await path.asked(2);
    await supervisor.close();
    expect(vi.getTimerCount()).toBe(0);
  });
});
