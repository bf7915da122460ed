import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import { callChannel, pushChannel } from '../electron/shell/channels.ts';
import type { Order, OrderMessage, Told } from '../electron/shell/testing/fake-orders.ts';
import type { Command, Input, Pushes, PushName, Value } from '../shared/contract.ts';
import type { Reply } from '../shared/errors.ts';

const root = join(import.meta.dirname, '..');
export const origin = 'app://greenroom';

type Did = Extract<Told, { is: 'did' }>;

/** The built main file in a process of its own, what it did to the fake, and orders to that. */
export class Main {
  readonly did: Did[] = [];
  readonly ended: Promise<number | null>;
  private readonly child: ChildProcess;
  private readonly news = new EventEmitter().setMaxListeners(0);
  private orders = 0;
  private said = '';

  constructor(dataDir: string, { args = [], env = {} }: { args?: string[]; env?: NodeJS.ProcessEnv } = {}) {
    const register = join(root, 'electron/shell/testing/register-fake.ts');
    this.child = fork(
      join(root, 'out/main/main.js'),
      ['--data-dir', dataDir, '--receiver-port', '0', '--tunnel', 'off', ...args],
      {
        execArgv: ['--import', register],
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        env: { ...process.env, ...env },
      },
    );
    this.ended = once(this.child, 'exit').then(([code]) => {
      this.news.emit('news');
      return code as number | null;
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk) => {
        this.said += chunk;
      });
    }
    this.child.on('message', (told: Told) => {
      if (told.is === 'did') this.did.push(told);
      this.news.emit(told.is === 'did' ? 'news' : `answer ${told.id}`, told);
    });
  }

  async order(order: Order): Promise<unknown> {
    const id = ++this.orders;
    const answered = once(this.news, `answer ${id}`);
    this.child.send({ id, ...order } satisfies OrderMessage);
    const [{ value }] = (await answered) as [Extract<Told, { is: 'answer' }>];
    return value;
  }

  async call<C extends Command>(name: C, input: Input<C>): Promise<Value<C>> {
    const reply = (await this.order({
      do: 'call',
      channel: callChannel,
      origin,
      args: [name, input],
    })) as Reply<Value<C>>;
    if (!reply.ok) throw new Error(`${name}: ${reply.error.code}: ${reply.error.message}`);
    return reply.value;
  }

  /** The first thing that was done, already or from now on, that is as wanted. */
  async until(what: string, wanted: (...args: never[]) => boolean = () => true): Promise<Did> {
    for (;;) {
      const found = this.did.find((one) => one.what === what && wanted(...(one.args as never[])));
      if (found) return found;
      if (this.child.exitCode !== null) throw new Error(`main ended before ${what}: ${this.said}`);
      await once(this.news, 'news');
    }
  }

  /** A push that the page was sent. */
  async pushed<P extends PushName>(
    name: P,
    wanted: (value: Pushes[P]) => boolean = () => true,
  ): Promise<Pushes[P]> {
    const isIt = (channel: string, push: string, value: unknown) =>
      channel === pushChannel && push === name && wanted(value as Pushes[P]);
    const { args } = await this.until('window.send', isIt as (...args: never[]) => boolean);
    return args[2] as Pushes[P];
  }

  indexOf(what: string): number {
    return this.did.findIndex((one) => one.what === what);
  }

  end(): void {
    if (this.child.exitCode === null) this.child.kill('SIGKILL');
  }
}
