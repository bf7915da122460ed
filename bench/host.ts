import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command, Input, Value } from '../shared/contract.ts';
import type { Reply } from '../shared/errors.ts';

const entry = fileURLToPath(new URL('../out/main/serve.js', import.meta.url));

export interface RunningHost {
  ui: string;
  receiver: string;
  token: string;
  pid: number;
  dataDir: string;
  process: ChildProcess;
  /** From the start of the process to `host.json`, in milliseconds. */
  startedIn: number;
  link: string;
  get<C extends Command>(command: C, input: Input<C>): Promise<Value<C>>;
  /** Ends it as a user would, and waits. */
  stop(): Promise<void>;
  /** Ends it as a power cut would, and waits. */
  kill(): Promise<void>;
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'greenroom-bench-'));
}

const anyPorts = ['--ui-port', '0', '--receiver-port', '0'];

export interface Circumstances {
  env?: Record<string, string>;
  /** No file may grow over this: what a full disk does to a program. Linux and macOS. */
  maxFileKiB?: number;
}

/** Starts the built browser host, as a user does. */
export async function startHost(
  dataDir: string,
  options: readonly string[] = anyPorts,
  { env, maxFileKiB }: Circumstances = {},
): Promise<RunningHost> {
  const file = join(dataDir, 'host.json');
  rmSync(file, { force: true });
  const began = performance.now();
  const command = [process.execPath, entry, '--data-dir', dataDir, ...options];
  const limited = ['bash', '-c', `ulimit -f ${maxFileKiB}; exec "$@"`, 'bash', ...command];
  const [program = '', ...args] = maxFileKiB === undefined ? command : limited;
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let gone = false;
  void ended.then(() => {
    gone = true;
  });
  while (!existsSync(file)) {
    if (gone) throw new Error('the host ended at its start');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const startedIn = Math.round(performance.now() - began);
  while (!/Open +\S+/.test(said)) await new Promise((resolve) => setTimeout(resolve, 5));
  const known = JSON.parse(readFileSync(file, 'utf8')) as {
    ui: string;
    receiver: string;
    token: string;
    pid: number;
  };
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return {
    ...known,
    dataDir,
    process: child,
    startedIn,
    link: /Open +(\S+)/.exec(said)?.[1] ?? '',
    async get(command, input) {
      const response = await fetch(`${known.ui}/api/${command}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${known.token}`, 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
      const reply = (await response.json()) as Reply<Value<typeof command>>;
      if (!reply.ok) throw new Error(`${command}: ${reply.error.message}`);
      return reply.value;
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

/** Resident memory of a process in MB. */
export function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024);
}
