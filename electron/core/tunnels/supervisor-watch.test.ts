import { describe, expect, it, vi } from 'vitest';
import { aPath, config, connected, pass, passUntil, stopTime, supervise } from './testing/supervise.ts';

stopTime();

describe('the clock', () => {
  it('counts, though no timer has run', async () => {
    const { at, supervisor } = await connected();
    vi.setSystemTime(at + 74_999);
    expect(supervisor.status().state).toBe('connected');
    vi.setSystemTime(at + 75_000);
    expect(supervisor.status()).toMatchObject({ state: 'unproved', reason: 'The last proof is too old.' });
  });

  it('is told of when a proof grows too old, though the receiver cannot be asked for another', async () => {
    let isAway = false;
    const path = await aPath();
    const at = Date.now();
    const { supervisor, until, states, told } = supervise({
      async issue() {
        if (isAway) throw new Error('The receiver is starting again.');
        return { nonce: 'n', expected: 'answer to n' };
      },
    });
    await supervisor.configure(path.provider, config);
    await until('connected');
    isAway = true;
    await pass(74_999);
    expect(states().at(-1)).toBe('connected');
    await pass(1);
    expect(states().at(-1)).toBe('unproved');
    expect(told).toContainEqual({ lost: { since: at, reason: 'The last proof is too old.' } });
    isAway = false;
    await pass(1_000);
    await until('connected');
    expect(path.opens).toHaveLength(1);
  });

  it('shows that the machine slept: it is proved at once, and what was before counts no more', async () => {
    const { path, at, until, told, words } = await connected();
    vi.setSystemTime(at + 60_000);
    await pass(5_000);
    expect(told).toContainEqual({ lost: { since: at, reason: 'This computer was asleep.' } });
    await path.asked(2);
    await until('connected');
    expect(words()).toEqual(['proved', 'opened', 'lost', 'proved', 'opened']);
    expect(path.opens).toHaveLength(1);
  });

  it('shows it when the host says that it woke', async () => {
    const { at, supervisor, until, told } = await connected();
    vi.setSystemTime(at + 3_600_000);
    supervisor.check('resume');
    expect(supervisor.status()).toMatchObject({ state: 'unproved', reason: 'This computer was asleep.' });
    await until('connected');
    await pass(5_000);
    expect(told.filter((one) => 'lost' in one)).toHaveLength(1);
  });

  it('may run ahead of the timers: what is due is done at the next look', async () => {
    const { path, at } = await connected();
    await pass(24_900);
    vi.setSystemTime(at + 33_900);
    await pass(100);
    await path.asked(2);
  });

  it('may be set back: a proof is not younger for it, and no pause longer', async () => {
    const { path, at, until, supervisor } = await connected();
    await path.stop();
    await pass(30_000);
    await until('retrying');
    await pass(1);
    await until('retrying');
    vi.setSystemTime(at - 3_600_000);
    await path.restart();
    await pass(5_000);
    await pass(5_000);
    await until('connected');
    expect(Date.parse(supervisor.status().lastProofAt ?? '')).toBeLessThan(at - 3_500_000);
  });
});

describe('the network', () => {
  it('has changed: it is proved at once', async () => {
    const path = await aPath();
    let place = 'home';
    const { supervisor, until } = supervise({ place: () => place });
    await supervisor.configure(path.provider, config);
    await until('connected');
    await pass(5_000);
    expect(path.heard).toHaveLength(1);
    place = 'train';
    await pass(5_000);
    await path.asked(2);
  });

  it('has changed while a proof was under way: that one says nothing any more', async () => {
    const { path, supervisor, until, told } = await connected();
    path.behave('silent');
    await pass(30_000);
    await path.asked(2);
    await pass(2_000);
    path.behave('own');
    supervisor.check('network');
    await path.asked(3);
    await passUntil(() => told.filter((one) => 'proved' in one).length === 2);
    await until('connected');
    expect(told.filter((one) => 'lost' in one)).toEqual([]);
  });

  it('has changed: it is tried at once', async () => {
    const { path, until, supervisor } = await connected();
    await path.stop();
    await pass(30_000);
    for (const pause of [1, 1_000, 3_000, 10_000]) {
      await pass(pause);
      await until('retrying');
    }
    await path.restart();
    await pass(1_000);
    expect(supervisor.status().state).toBe('retrying');
    supervisor.check('network');
    await until('connected');
  });
});
