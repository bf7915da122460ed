import type { Source } from './push-stream.ts';

/** An event source that does what a test says; used by tests only. */
export class FakeSource implements Source {
  readyState = 0;
  readonly url: string;
  private readonly listeners = new Map<string, (event: { data?: string }) => void>();

  constructor(url: string) {
    this.url = url;
  }

  addEventListener(type: string, fn: (event: { data?: string }) => void) {
    this.listeners.set(type, fn);
  }

  close() {
    this.readyState = 2;
  }

  opens() {
    this.readyState = 1;
    this.listeners.get('open')?.({});
  }

  breaks(readyState: number) {
    this.readyState = readyState;
    this.listeners.get('error')?.({});
  }

  sends(type: string, push: unknown) {
    this.listeners.get(type)?.({ data: JSON.stringify(push) });
  }
}
