import { connect, type Socket } from 'node:net';

export interface Figures {
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  p99: number;
  answered: number;
  refused: number;
}

/** Makes the next request's header lines and body. */
export type Compose = () => { headers: Record<string, string>; body: Buffer };

/** A keep-alive connection that sends one request at a time: as little work of its own as can be. */
class Sender {
  private readonly socket: Socket;
  private answered: ((status: number) => void) | undefined;
  private failed: ((error: Error) => void) | undefined;

  private readonly url: URL;

  constructor(url: URL) {
    this.url = url;
    this.socket = connect(Number(url.port), url.hostname);
    this.socket.setNoDelay(true);
    this.socket.on('data', (chunk) => this.answered?.(Number(chunk.toString('latin1', 9, 12))));
    this.socket.on('error', (error) => this.failed?.(error));
  }

  send({ headers, body }: ReturnType<Compose>): Promise<number> {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const head = `POST ${this.url.pathname} HTTP/1.1\r\nHost: ${this.url.host}\r\nContent-Length: ${body.length}\r\n${lines.join('')}\r\n`;
    return new Promise((resolve, reject) => {
      this.answered = resolve;
      this.failed = reject;
      this.socket.write(Buffer.concat([Buffer.from(head), body]));
    });
  }

  close(): void {
    this.socket.destroy();
  }
}

/** `senders` connections, each sending as soon as it was answered, for `seconds`. */
export async function flood(
  url: string,
  senders: number,
  seconds: number,
  compose: Compose,
): Promise<Figures> {
  const until = performance.now() + seconds * 1000;
  const times: number[] = [];
  let refused = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: senders }, async () => {
      const sender = new Sender(new URL(url));
      while (performance.now() < until) {
        const sent = performance.now();
        if ((await sender.send(compose())) !== 200) refused++;
        times.push(performance.now() - sent);
      }
      sender.close();
    }),
  );
  return figures(times, (performance.now() - began) / 1000, refused);
}

/** `rate` deliveries a second, evenly, for `seconds`, whatever the answers take. */
export async function pace(url: string, rate: number, seconds: number, compose: Compose): Promise<Figures> {
  const times: number[] = [];
  let refused = 0;
  const idle: Sender[] = [];
  const open: Promise<void>[] = [];
  const began = performance.now();
  for (let i = 0; i < rate * seconds; i++) {
    const due = began + (i * 1000) / rate;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    open.push(one());
  }
  await Promise.all(open);
  for (const sender of idle) sender.close();
  return figures(times, (performance.now() - began) / 1000, refused);

  async function one(): Promise<void> {
    const sender = idle.pop() ?? new Sender(new URL(url));
    const sent = performance.now();
    if ((await sender.send(compose())) !== 200) refused++;
    times.push(performance.now() - sent);
    idle.push(sender);
  }
}

export function figures(times: number[], seconds: number, refused = 0): Figures {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return {
    perSecond: Math.round(times.length / seconds),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    answered: times.length,
    refused,
  };
}

function round(ms: number): number {
  return Math.round(ms * 100) / 100;
}
