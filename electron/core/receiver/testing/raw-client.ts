import { connect, type Socket } from 'node:net';

/** One answer as it came over the wire. */
export interface RawAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Speaks bytes, not HTTP: for all that a well-behaved client would not send. */
export class RawClient {
  readonly socket: Socket;
  /** Settles when the connection is gone, with the error that ended it, if one did. */
  readonly closed: Promise<NodeJS.ErrnoException | undefined>;
  private received = Buffer.alloc(0);
  private over = false;
  private wake: () => void = () => undefined;

  constructor(port: number, host = '127.0.0.1') {
    this.socket = connect({ port, host, allowHalfOpen: true });
    this.closed = new Promise((resolve) => {
      let failure: NodeJS.ErrnoException | undefined;
      this.socket.on('error', (error) => {
        failure = error;
      });
      this.socket.on('close', () => resolve(failure));
    });
    this.socket.on('data', (chunk) => {
      this.received = Buffer.concat([this.received, chunk]);
      this.wake();
    });
    this.socket.on('end', () => {
      this.over = true;
      this.wake();
    });
    void this.closed.then(() => {
      this.over = true;
      this.wake();
    });
  }

  write(data: string | Buffer): this {
    if (this.socket.writable) this.socket.write(data);
    return this;
  }

  /** Resolves when the system has taken the bytes, or the connection is gone. */
  flush(data: string | Buffer): Promise<void> {
    return new Promise((resolve) => {
      if (!this.socket.writable) return resolve();
      this.socket.write(data, () => resolve());
    });
  }

  /** Whether the other side has ended the connection. */
  async ended(): Promise<string> {
    while (!this.over) await this.something();
    return this.received.toString('latin1');
  }

  /** The next answer; a connection that ends before it is whole fails the test. @param bodiless to a HEAD */
  async next(bodiless = false): Promise<RawAnswer> {
    for (;;) {
      const answer = this.take(bodiless);
      if (answer) return answer;
      if (this.over) {
        throw new Error(`The connection ended after ${JSON.stringify(this.received.toString('latin1'))}`);
      }
      await this.something();
    }
  }

  destroy(): void {
    this.socket.destroy();
  }

  private something(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }

  private take(bodiless: boolean): RawAnswer | undefined {
    const end = this.received.indexOf('\r\n\r\n');
    if (end < 0) return undefined;
    const [first = '', ...lines] = this.received.subarray(0, end).toString('latin1').split('\r\n');
    const headers = Object.fromEntries(
      lines.map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
      }),
    );
    const length = bodiless ? 0 : Number(headers['content-length'] ?? 0);
    const whole = end + 4 + length;
    if (this.received.length < whole) return undefined;
    const body = this.received.subarray(end + 4, whole).toString();
    this.received = this.received.subarray(whole);
    return { status: Number(first.split(' ')[1]), headers, body };
  }
}

/** The bytes of one POST with its length announced. */
export function post(path: string, body: string | Buffer = '{}', headers: string[] = []): Buffer {
  const bytes = Buffer.from(body);
  const lines = [`POST ${path} HTTP/1.1`, 'Host: test', `Content-Length: ${bytes.length}`, ...headers];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), bytes]);
}
