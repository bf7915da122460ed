import { beforeEach, expect, it, vi } from 'vitest';
import { type CrashParts, reloadAfterCrash } from './renderer-crash.ts';
import { fakeEvents } from './testing.ts';
import { shellEn } from './words/en.ts';

function setUp() {
  const { on, emit } = fakeEvents();
  const parts = { reloads: 0, gaveUp: [] as string[], now: 0, destroyed: false };
  reloadAfterCrash({
    contents: {
      on,
      reload: () => {
        parts.reloads += 1;
      },
      isDestroyed: () => parts.destroyed,
    } satisfies CrashParts['contents'],
    dialog: {
      showMessageBox: async (...args: unknown[]) => {
        parts.gaveUp.push((args.at(-1) as Electron.MessageBoxOptions).detail ?? '');
        return { response: 0, checkboxChecked: false };
      },
    } satisfies CrashParts['dialog'],
    words: () => shellEn,
    now: () => parts.now,
  });
  const crash = (reason: Electron.RenderProcessGoneDetails['reason'] = 'crashed') => {
    emit('render-process-gone', {}, { reason, exitCode: 1 } satisfies Electron.RenderProcessGoneDetails);
    vi.runAllTimers();
  };
  return { parts, crash };
}

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

it.each(['crashed', 'oom', 'killed', 'launch-failed'] as const)('loads the page anew after %s', (reason) => {
  const { parts, crash } = setUp();
  crash(reason);
  expect(parts).toMatchObject({ reloads: 1, gaveUp: [] });
});

it('leaves a page alone that ended as it should, and one that is gone', () => {
  const { parts, crash } = setUp();
  crash('clean-exit');
  parts.destroyed = true;
  crash();
  expect(parts).toMatchObject({ reloads: 0, gaveUp: [] });
});

it('gives up at the fourth crash within a minute', () => {
  const { parts, crash } = setUp();
  for (let times = 0; times < 4; times += 1) crash('oom');
  expect(parts).toMatchObject({ reloads: 3, gaveUp: [expect.stringContaining('(oom)')] });
});

it('forgives crashes that are far apart', () => {
  const { parts, crash } = setUp();
  for (let times = 0; times < 10; times += 1) {
    parts.now += 30_000;
    crash();
  }
  expect(parts).toMatchObject({ reloads: 10, gaveUp: [] });
});
