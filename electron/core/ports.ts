import type { Pushes, PushName } from '../../shared/contract.ts';
import type { Reply } from '../../shared/errors.ts';
import type { Language } from '../../shared/language.ts';
import type { LoginStatus, SecretsStatus, UpdateStatus } from '../../shared/status.ts';
import type { TunnelProvider } from '../../shared/tunnels.ts';

/** What a host must give the core. A third host is a new folder that fills this in. */
export interface HostPorts {
  host: 'desktop' | 'browser';
  version: string;
  /** What the system prefers, best first: BCP 47 tags. */
  systemLanguages: readonly string[];
  /** Absolute; made with mode 0700 where it is missing. */
  dataDir: string;
  cipher: Cipher;
  /** The built entry files of the core's worker threads. */
  threads: ThreadEntries;
  options: RunOptions;
  /** What only a desktop can. Absent: those commands answer `not_available`. */
  desktop?: DesktopPorts;
}

export interface DesktopPorts {
  login: {
    /** Asked anew each time, since the system's own settings may change it. */
    status(): LoginStatus;
    /** @throws AppError `not_available` */
    set(on: boolean): void;
  };
  updates: {
    status(): UpdateStatus;
    /** Every change of the status. */
    follow(changed: () => void): void;
    /** From now on it asks by itself now and then while this is true; called whenever the setting changes. */
    setAutomatic(on: boolean): void;
    /** Resolves when the feed has answered, or failed to: the status tells which. */
    check(): Promise<void>;
    /** @throws AppError `not_available` where there is nothing to load */
    download(): Promise<void>;
    /** Quits, installs and starts again. @throws AppError `not_available` where nothing is ready */
    install(): void;
  };
}

export interface ThreadEntries {
  receive: URL;
  read: URL;
  search: URL;
  localtunnel: URL;
}

/** Given for one run, never saved. Absent means: the default, or what the settings say. */
export interface RunOptions {
  /** 0 = any free port. A taken explicit port is an error; a taken default gives the next free one. */
  receiverPort?: number;
  tunnel?: TunnelProvider;
  tunnelHost?: string;
  publicUrl?: string;
}

/** Turns a secret into something that may stand in a file, and back. */
export interface Cipher {
  /** @throws AppError `vault_unavailable` */
  encrypt(plain: string): Promise<string>;
  /**
   * `stale` asks the caller to encrypt again, since the system's key changed.
   * @throws AppError `secret_unreadable` where this host cannot read it, `vault_unavailable` where it cannot now.
   */
  decrypt(kept: string): Promise<{ plain: string; stale: boolean }>;
  /** Whether secrets can be kept now, and by what, for people. */
  status(): Promise<SecretsStatus>;
}

export type Push = { [P in PushName]: { name: P; value: Pushes[P] } }[PushName];

/** A promise asks those who catch up to wait until the reader has room again. */
export type Sink = (push: Push) => void | Promise<void>;

/** What the core gives a host. */
export interface App {
  /** Parses, calls and replies; never throws. */
  dispatch(command: string, input: unknown): Promise<Reply<unknown>>;
  /**
   * Begins with the status and every endpoint, then all pushes in order. With `after`, first the events that
   * follow that `seq`, without gap or repeat, or one `reset` where there are over 5,000.
   * The sink may be called from now until the returned function is called.
   */
  subscribe(sink: Sink, after?: number): () => void;
  receiverUrl: string;
  /** What the user reads. Where it changes, a status or the settings are pushed. */
  language(): Language;
  /** The computer woke up, or its network changed: the way in is proved now. */
  check(why: 'resume' | 'network'): void;
  /** Vendors get 503 from now on; what was accepted is committed and answered; the data folder is released. Once is enough. */
  stop(): Promise<void>;
}
