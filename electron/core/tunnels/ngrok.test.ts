import { expect, test } from 'vitest';
import { explain, ngrok } from './ngrok.ts';

const thread = new URL('file:///none');

test('without a token nothing is opened', async () => {
  const { signal } = new AbortController();
  await expect(ngrok.open({ port: 1, signal }, { thread })).rejects.toMatchObject({
    code: 'token_missing',
    again: 'never',
  });
});

test.each([
  ['authentication failed: ERR_NGROK_105', 'token_refused', 'never'],
  ['limited to 1 simultaneous sessions. ERR_NGROK_108', 'tunnel_rate_limited', 'later'],
  ['something else. ERR_NGROK_9999', 'tunnel_refused', 'later'],
  ['failed to connect session', 'tunnel_down', 'soon'],
])('%s', (text, code, again) => {
  expect(explain(new Error(text), 'token')).toMatchObject({ code, again });
});

test('the token comes out nowhere', () => {
  const token = '2abc_SECRET';
  for (const text of [`bad token ${token}`, `ERR_NGROK_105 for ${token}`]) {
    expect(explain(new Error(text), token).message).not.toContain(token);
  }
});
