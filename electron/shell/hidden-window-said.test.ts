import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { sayOnce } from './hidden-window-said.ts';

const folder = mkdtempSync(join(tmpdir(), 'greenroom-said-'));
afterAll(() => rmSync(folder, { recursive: true }));

function setUp(file: string) {
  const said: true[] = [];
  return { said, say: sayOnce(file, () => void said.push(true)) };
}

it('says it once ever', () => {
  const file = join(folder, 'said.json');
  const first = setUp(file);
  first.say();
  first.say();
  expect(first.said).toHaveLength(1);
  const next = setUp(file);
  next.say();
  expect(next.said).toHaveLength(0);
  rmSync(file);
  const anew = setUp(file);
  anew.say();
  expect(anew.said).toHaveLength(1);
});

it('says it once a run where it cannot remember', () => {
  const errors = vi.spyOn(console, 'error').mockReturnValue();
  const { said, say } = setUp(join(folder, 'missing', 'said.json'));
  say();
  say();
  expect(said).toHaveLength(1);
  expect(errors).toHaveBeenCalledOnce();
  errors.mockRestore();
});
