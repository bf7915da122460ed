import { expect, test } from 'vitest';
import { defaultSettings } from '../../shared/settings.ts';
import { muteAgain, putWordBack } from './put-back.ts';
import { createSettingsStore } from './settings-store.ts';
import { fakeCall } from './testing.ts';

function aStore() {
  let kept = { ...defaultSettings, watchedWords: ['help'] };
  const store = createSettingsStore(
    fakeCall({
      'settings.set': (patch) => {
        kept = { ...kept, ...patch } as typeof kept;
        return kept;
      },
    }),
  );
  store.getState().apply(kept);
  return { store, kept: () => kept };
}

test('a word comes back beside what was added meanwhile, and never twice', async () => {
  const { store, kept } = aStore();
  expect(await putWordBack(store, 'refund')).toBeNull();
  await putWordBack(store, 'refund');
  expect(kept().watchedWords).toEqual(['help', 'refund']);
});

test('a mute comes back once', async () => {
  const { store, kept } = aStore();
  const one = { kind: 'agent' as const, id: 'A1' };
  await muteAgain(store, one);
  await muteAgain(store, one);
  expect(kept().muted).toEqual([one]);
});

test('what cannot be put back says why', async () => {
  const store = createSettingsStore(fakeCall({}));
  store.getState().apply(defaultSettings);
  expect(await putWordBack(store, 'x')).toMatchObject({ code: 'offline' });
});
