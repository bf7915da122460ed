import type { TunnelProvider } from './settings.ts';

export interface ReceiverStatus {
  state: 'listening' | 'stopping' | 'failed';
  url: string;
  reason?: string;
}

export interface TunnelStatus {
  state: 'off' | 'opening' | 'connected' | 'unproved' | 'retrying' | 'failed';
  provider: TunnelProvider;
  publicUrl: string | null;
  lastProofAt: string | null;
  roundTripMs?: number;
  reason?: string;
  nextTryAt?: string;
}

/** Whether deliveries can be kept now. `failed` means that vendors get 503 and nothing pretends to be stored. */
export interface StoreStatus {
  state: 'writing' | 'failed';
  reason?: string;
  /** Bytes that the kept deliveries take. */
  bytes: number;
}

export interface SecretsStatus {
  state: 'ready' | 'unavailable';
  /** In words, for people: `a key file in the data folder`. */
  keptBy: string;
  reason?: string;
}

/** Calls that were answered without being kept, since the start. */
export interface Counters {
  unknownKey: number;
  tooLarge: number;
  tooSlow: number;
  headersTooLarge: number;
}

/** The whole truth about the way from a vendor to the disk, as shown. */
export interface Status {
  receiver: ReceiverStatus;
  tunnel: TunnelStatus;
  store: StoreStatus;
  secrets: SecretsStatus;
  counters: Counters;
  lastSeq: number;
  host: 'desktop' | 'browser';
  version: string;
  dataDir: string;
}

/** Something that the user is told, once. */
export interface Notice {
  id: string;
  at: string;
  level: 'info' | 'warning' | 'error';
  code: NoticeCode;
  /** What happened. */
  title: string;
  /** What it means and what to do next. */
  text: string;
  endpointId?: string;
}

export type NoticeCode =
  | 'store_failed'
  | 'store_recovered'
  | 'store_set_aside'
  | 'config_set_aside'
  | 'secrets_set_aside'
  | 'secret_unreadable'
  | 'clock_suspect'
  | 'receiver_restarted'
  | 'receiver_failed'
  | 'port_taken';
