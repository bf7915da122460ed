import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from './host.ts';

test('the first event of the README works when pasted', async ({ host, window, dataDir }) => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const block = /```sh\n(DIR=.*?)```/s.exec(readme)?.[1] ?? '';
  expect(block).toContain('curl');
  const said = execFileSync('bash', ['-c', block], {
    encoding: 'utf8',
    env: { ...process.env, GREENROOM_DATA_DIR: dataDir },
  });
  expect(said.trim().split('\n')).toEqual(['{"ok":true}', '{"ok":true}']);
  await expect(window.getByRole('log', { name: 'Transcript' })).toContainText('Hello, Greenroom!');
  expect((await host.get('session.list', {})).sessions).toHaveLength(1);
});
