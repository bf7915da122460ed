import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Step {
  uses?: string;
  run?: string;
  env?: Record<string, string>;
  with?: Record<string, unknown>;
}
interface Job {
  permissions?: Record<string, string>;
  environment?: string;
  'timeout-minutes'?: number;
  'runs-on': string;
  steps: Step[];
  env?: unknown;
}
interface Workflow {
  on: Record<string, unknown>;
  permissions: unknown;
  concurrency: unknown;
  env?: unknown;
  jobs: Record<string, Job>;
}

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const paths = globSync('.github/workflows/*.{yml,yaml}', { cwd: root });
const scripts = Object.keys(JSON.parse(read('package.json')).scripts);

it('are two', () => {
  expect(paths.map((path) => path.replaceAll('\\', '/')).sort()).toEqual([
    '.github/workflows/ci.yml',
    '.github/workflows/release.yml',
  ]);
});

describe.each(paths)('%s', (path) => {
  const text = read(path);
  const workflow: Workflow = parse(text);
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps);

  it('runs foreign code by its commit, with the version beside it', () => {
    const uses = [...text.matchAll(/uses: *(.*)/g)].map(([, value]) => value);
    expect(uses.length).toBeGreaterThan(0);
    for (const one of uses) expect(one).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('may nothing, except what a job asks for', () => {
    expect(workflow.permissions).toEqual({});
    for (const [name, job] of jobs) {
      expect(Object.keys(job.permissions ?? {}), name).toEqual(['contents']);
      // Whoever may write runs no code of ours or of a package.
      if (job.permissions?.contents === 'write') {
        expect(job.steps.some(({ uses, run }) => uses?.includes('checkout') || run?.includes('npm'))).toBe(
          false,
        );
      }
    }
  });

  it('is not run with our rights for code of strangers', () => {
    for (const event of ['pull_request_target', 'workflow_run', 'issue_comment'])
      expect(workflow.on).not.toHaveProperty(event);
  });

  it('never puts an expression into a script', () => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
  });

  it('keeps no credentials in the clone', () => {
    for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout'))) {
      expect(step.with).toMatchObject({ 'persist-credentials': false });
    }
  });

  it('hands secrets to single steps of a guarded job only', () => {
    expect(JSON.stringify([workflow.env, jobs.map(([, job]) => job.env)])).not.toContain('secrets.');
    for (const [name, job] of jobs.filter(([, one]) => JSON.stringify(one).includes('secrets.'))) {
      expect(job.environment, name).toBe('release');
      for (const { uses, with: given } of job.steps)
        expect(`${uses} ${JSON.stringify(given)}`).not.toContain('secrets.');
    }
  });

  it('ends', () => {
    expect(workflow.concurrency).toBeDefined();
    for (const [name, job] of jobs) expect(job['timeout-minutes'], name).toBeLessThanOrEqual(60);
  });

  it('calls scripts that exist', () => {
    const called = steps.flatMap(({ run }) =>
      [...(run ?? '').matchAll(/npm run ([a-z:0-9]+)/g)].map(([, name]) => name),
    );
    expect(scripts).toEqual(expect.arrayContaining(called));
  });
});
