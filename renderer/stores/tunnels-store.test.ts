import { expect, test } from 'vitest';
import { fakeCall } from './testing.ts';
import { createTunnelsStore } from './tunnels-store.ts';

test('a kept token shows as kept; one that was refused says why', async () => {
  let hasToken = false;
  const { getState } = createTunnelsStore(
    fakeCall({
      'tunnel.list': () => ({
        providers: [
          {
            id: 'ngrok' as const,
            title: 'ngrok',
            summary: '',
            stable: true,
            uses: [],
            token: { label: 'Authtoken', url: 'https://x.example', hasToken },
          },
        ],
      }),
      'tunnel.setToken': ({ token }) => {
        if (token === 'bad') throw new Error('refused');
        hasToken = token !== null;
        return {};
      },
    }),
  );
  await getState().load();
  expect(getState().providers[0]?.token?.hasToken).toBe(false);
  expect(await getState().saveToken('ngrok', 'bad')).toMatchObject({ code: 'offline' });
  expect(await getState().saveToken('ngrok', 't')).toBeNull();
  expect(getState().providers[0]?.token?.hasToken).toBe(true);
});
