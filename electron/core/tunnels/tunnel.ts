import { AppError, type ErrorCode } from '../../../shared/errors.ts';
import type { TunnelInfo } from '../../../shared/tunnels.ts';

/** An open way in. Providers differ only in how they open one. */
export interface Tunnel {
  /** Without a slash at its end; https, or http on loopback. */
  readonly publicUrl: string;
  /** What the server calls it, to be asked for again; undefined where there are no names. */
  readonly name?: string;
  /** Settles once, when the tunnel is lost (with the reason) or was closed by us (undefined). Never rejects. */
  readonly closed: Promise<TunnelError | undefined>;
  /** Ends it and all that belongs to it: sockets, threads, child processes. Bounded; never rejects; once is enough. */
  close(): Promise<void>;
}

/** What a provider may be told; each reads what it uses. */
export interface TunnelConfig {
  /** Own localtunnel server, without a slash at its end. */
  host?: string;
  publicUrl?: string;
  domain?: string;
  token?: string;
  /** The built entry file of localtunnel's thread. */
  thread: URL;
}

export interface OpenWish {
  /** Where the receiver listens, on 127.0.0.1 and ::1. */
  port: number;
  /** The last name this folder was given there, asked for again. A provider that gives no names ignores it. */
  name?: string;
  /** Gives up: whatever was begun is ended before `open` rejects. */
  signal: AbortSignal;
}

export interface TunnelProvider {
  readonly info: Omit<TunnelInfo, 'token'> & { token?: { label: string; url: string } };
  /** What each try connects to first, so that nothing is asked for while it is away; undefined where there is nothing. */
  gate(config: TunnelConfig): { host: string; port: number } | undefined;
  /** @throws TunnelError */
  open(wish: OpenWish, config: TunnelConfig): Promise<Tunnel>;
}

/** When it makes sense to try again: after the usual pause, after a long one, or not before a person has changed something. */
export type Again = 'soon' | 'later' | 'never';

export class TunnelError extends AppError {
  readonly again: Again;

  constructor(code: ErrorCode, message: string, again: Again, options?: ErrorOptions) {
    super(code, message, options);
    this.name = 'TunnelError';
    this.again = again;
  }
}
