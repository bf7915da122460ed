import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { requireSafe } from './safe-url.ts';
import { type OpenWish, type Tunnel, TunnelError } from './tunnel.ts';

const MAX_OUTPUT = 64 * 1024;
const END_MS = 2_000;

export interface Program {
  /** As it is typed: `cloudflared`. */
  name: string;
  /** Where it may stand when it is not on the PATH. */
  places: readonly string[];
  /** Where people get it. */
  homepage: string;
  args: readonly string[];
  /** Milliseconds until the address must have been printed. */
  limit: number;
  /** The public address in what it has printed so far. */
  address(output: string): string | undefined;
  /** What its output says went wrong; undefined where it says nothing that we know. */
  explain(output: string): TunnelError | undefined;
}

/** Runs a program that the user has installed, for as long as the tunnel is open. @throws TunnelError */
export async function openByProgram(program: Program, { signal }: OpenWish): Promise<Tunnel> {
  const file = find(program);
  if (file === undefined) {
    throw new TunnelError(
      'program_missing',
      `${program.name} is not installed on this computer. Get it from ${program.homepage}, then try again.`,
      'never',
    );
  }
  const child = spawn(file, [...program.args], { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  try {
    const publicUrl = requireSafe(await firstAddress(program, child, exited, signal));
    const { promise: closed, resolve } = Promise.withResolvers<TunnelError | undefined>();
    void exited.then(() => resolve(new TunnelError('tunnel_down', `${program.name} has ended.`, 'soon')));
    return {
      publicUrl,
      closed,
      async close() {
        resolve(undefined);
        await end(child, exited);
      },
    };
  } catch (error) {
    await end(child, exited);
    throw error;
  }
}

function firstAddress(
  program: Program,
  child: ChildProcess,
  exited: Promise<void>,
  signal: AbortSignal,
): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let output = '';
  const failed = (message: string) =>
    reject(program.explain(output) ?? new TunnelError('tunnel_down', message, 'soon'));
  const read = (chunk: Buffer) => {
    // What comes after the address is read away, so that the program never waits for us.
    output = (output + chunk.toString('utf8')).slice(-MAX_OUTPUT);
    const address = program.address(output);
    if (address !== undefined) return resolve(address);
    const known = program.explain(output);
    // Some wait for a person to open a page, and would wait for ever.
    if (known) reject(known);
  };
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  const timer = setTimeout(failed, program.limit, `${program.name} gave no address in time.`);
  const givenUp = () => failed('The attempt was given up.');
  signal.addEventListener('abort', givenUp);
  child.once('error', (error) => failed(`${program.name} could not be started: ${error.message}.`));
  void exited.then(() => failed(`${program.name} ended without giving an address.`));
  if (signal.aborted) givenUp();
  return promise.finally(() => {
    clearTimeout(timer);
    signal.removeEventListener('abort', givenUp);
  });
}

async function end(child: ChildProcess, exited: Promise<void>): Promise<void> {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), END_MS);
  await exited;
  clearTimeout(timer);
}

function find({ name, places }: Program): string | undefined {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  const onPath = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return [...onPath.map((folder) => join(folder, file)), ...places].find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
