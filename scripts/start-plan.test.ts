import { describe, expect, it } from 'vitest';
import { explained } from '../electron/shell/exit-code.ts';
import { brokeAtStart, planStart } from './start-plan.mjs';

const noDisplay = { do: 'browser', because: 'This machine has no display' };
const asRoot = { do: 'browser', because: 'Electron does not run as root with its sandbox on' };

describe('planStart', () => {
  it.each([
    ['linux', {}, 1000, true, noDisplay],
    ['linux', { DISPLAY: '' }, 1000, false, noDisplay],
    ['linux', {}, 0, true, noDisplay],
    ['linux', { DISPLAY: ':0' }, 0, true, asRoot],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 0, false, asRoot],
    ['linux', { DISPLAY: ':0' }, 1000, true, { do: 'desktop' }],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000, true, { do: 'desktop' }],
    ['linux', { DISPLAY: ':0' }, 1000, false, { do: 'fetch' }],
    ['darwin', {}, 501, true, { do: 'desktop' }],
    ['darwin', {}, 0, false, { do: 'fetch' }],
    ['win32', {}, undefined, true, { do: 'desktop' }],
    ['win32', {}, undefined, false, { do: 'fetch' }],
  ] as const)('on %s with %j as user %s and Electron here: %s', (platform, env, uid, hasElectron, plan) => {
    expect(planStart({ platform, env, uid, hasElectron })).toEqual(plan);
  });
});

describe('brokeAtStart', () => {
  it.each([
    ['quit by its user', { code: 0, signal: null, ranMs: 900 }, false],
    ['told why it ends', { code: explained, signal: null, ranMs: 900 }, false],
    ['asked to end', { code: null, signal: 'SIGTERM', ranMs: 900 }, false],
    ['asked to end by Ctrl-C', { code: null, signal: 'SIGINT', ranMs: 900 }, false],
    ['no X server', { code: 1, signal: null, ranMs: 300 }, true],
    ['no libraries', { code: 127, signal: null, ranMs: 20 }, true],
    ['no sandbox', { code: null, signal: 'SIGTRAP', ranMs: 200 }, true],
    ['no graphics', { code: null, signal: 'SIGSEGV', ranMs: 2_000 }, true],
    ['crashed later', { code: null, signal: 'SIGSEGV', ranMs: 60_000 }, false],
  ] as const)('%s', (_what, end, broke) => expect(brokeAtStart(end)).toBe(broke));
});
