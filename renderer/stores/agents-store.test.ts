import { expect, test } from 'vitest';
import { createAgentsStore } from './agents-store.ts';
import { fakeCall } from './testing.ts';

const png = 'data:image/png;base64,AAAA';
const agent = (agentId: string, more = {}) => ({ agentId, name: agentId, hasPicture: true, ...more });

function begin(picture: (agentId: string) => string | null, most?: number) {
  const asked: string[] = [];
  const store = createAgentsStore(
    fakeCall({
      'agent.list': () => ({ agents: [agent('a')] }),
      'agent.picture': ({ agentId }) => {
        asked.push(agentId);
        return { picture: picture(agentId) };
      },
    }),
    most,
  );
  return { asked, store, get: store.getState };
}

test('listed and pushed agents are known by their codes', async () => {
  const { get } = begin(() => null);
  await get().load();
  get().apply([agent('b', { name: 'Mira' }), agent('a', { name: 'Okafor' })]);
  expect([...get().byId.values()].map(({ name }) => name)).toEqual(['Okafor', 'Mira']);
});

test('a picture is asked for once, also where there is none', async () => {
  const { get, asked } = begin((id) => (id === 'a' ? png : null));
  await Promise.all([get().want('a'), get().want('a'), get().want('b')]);
  await get().want('b');
  expect(asked).toEqual(['a', 'b']);
  expect(get().pictures.get('a')).toBe(png);
  expect(get().pictures.get('b')).toBeNull();
});

test('a changed agent has its picture asked for again', async () => {
  const { get, asked } = begin(() => png);
  get().apply([agent('a', { hasPicture: false })]);
  await get().want('a');
  get().apply([agent('a')]);
  await get().want('a');
  expect(asked).toEqual(['a', 'a']);
});

test('only so many pictures stay; one that was let go can be had again', async () => {
  const { get, asked } = begin(() => png, 2);
  for (const id of ['a', 'b', 'c', 'a']) await get().want(id);
  expect([...get().pictures.keys()]).toEqual(['c', 'a']);
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
});

test.each(['https://vendor.example/face.png', 'data:image/svg+xml;base64,AAAA', 'data:text/html,x'])(
  '%s is no picture',
  async (picture) => {
    const { get } = begin(() => picture);
    await get().want('a');
    expect(get().pictures.get('a')).toBeNull();
  },
);
