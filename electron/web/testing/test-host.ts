import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command, Input, Value } from '../../../shared/contract.ts';
import type { Reply } from '../../../shared/errors.ts';
import { startWebHost, type WebHost, type WebHostOptions } from '../web-host.ts';

/** The real browser host on free ports and a folder of its own, run from the sources: nothing in it is replaced. */
export async function startTestHost(options: Partial<WebHostOptions> = {}) {
  const dataDir = options.dataDir ?? newDataDir();
  const thread = (name: string) => new URL(`../../core/threads/${name}-thread.ts`, import.meta.url);
  const host = await startWebHost({
    version: '0.0.0-test',
    systemLanguages: options.systemLanguages ?? ['en-GB'],
    dataDir,
    uiPort: options.uiPort ?? 0,
    options: { receiverPort: 0, ...options.options },
    files: options.files ?? new URL('./page/', import.meta.url),
    threads: {
      receive: thread('receive'),
      read: thread('read'),
      search: thread('search'),
      localtunnel: new URL('../../core/tunnels/localtunnel-thread.ts', import.meta.url),
    },
    key: options.key,
  });
  return { ...host, dataDir, ...callerOf(host) };
}

export type TestHost = Awaited<ReturnType<typeof startTestHost>>;

export function newDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'greenroom-test-'));
}

export function callerOf(host: Pick<WebHost, 'ui' | 'token'>) {
  async function call<C extends Command>(command: C, input: Input<C>): Promise<Reply<Value<C>>> {
    const response = await fetch(`${host.ui}/api/${command}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${host.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    return (await response.json()) as Reply<Value<C>>;
  }

  return {
    call,
    /** The value; an error fails the test. */
    async get<C extends Command>(command: C, input: Input<C>): Promise<Value<C>> {
      const reply = await call(command, input);
      if (!reply.ok) throw new Error(`${command}: ${reply.error.code}: ${reply.error.message}`);
      return reply.value;
    },
  };
}
