import { expect, it } from 'vitest';
import { type Power, watchPower } from './power.ts';
import { fakeEvents } from './testing.ts';

function setUp() {
  const { on, emit } = fakeEvents();
  const checks: string[] = [];
  watchPower({
    powerMonitor: { on } satisfies Power['powerMonitor'],
    check: (why) => void checks.push(why),
  });
  return { emit, checks };
}

it.each(['resume', 'unlock-screen', 'user-did-become-active'])('proves the way in after %s', (event) => {
  const { emit, checks } = setUp();
  emit(event);
  expect(checks).toEqual(['resume']);
});

it.each(['suspend', 'lock-screen', 'on-battery', 'on-ac', 'user-did-resign-active'])(
  'does nothing at %s',
  (event) => {
    const { emit, checks } = setUp();
    emit(event);
    expect(checks).toEqual([]);
  },
);
