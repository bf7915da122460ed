import type { AlertsStatus } from './alerts.ts';
import type { ErrorCode } from './errors.ts';
import type { TunnelProvider } from './tunnels.ts';

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
  /** In words, for people. */
  reason?: string;
  /** What the reason is, for a next step. */
  code?: ErrorCode;
  nextTryAt?: string;
}

/** "Connected" is never shown without a proof that is younger than this. */
export const PROOF_VALID_MS = 75_000;

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

/** What only a desktop host has; absent in the browser host. */
export interface DesktopStatus {
  /** Whether the app starts, hidden, when its user logs in. */
  login: LoginStatus;
  update: UpdateStatus;
}

export interface LoginStatus {
  state: 'on' | 'off' | 'unavailable';
  /** Where it is unavailable, or the system holds it back, for people. */
  reason?: string;
}

export interface UpdateStatus {
  /** `unsupported`: this copy cannot update itself. `ready`: installed when the app is quit. */
  state: 'unsupported' | 'idle' | 'checking' | 'available' | 'downloading' | 'ready' | 'failed';
  /** The newer version. */
  version?: string;
  /** What is new in it, as plain text. */
  notes?: string;
  /** 0 to 100, while it is loaded. */
  percent?: number;
  /** When the feed last answered. */
  checkedAt?: string;
  reason?: string;
}

/** The whole truth about the way from a vendor to the disk, as shown. */
export interface Status {
  receiver: ReceiverStatus;
  tunnel: TunnelStatus;
  store: StoreStatus;
  secrets: SecretsStatus;
  alerts: AlertsStatus;
  desktop?: DesktopStatus;
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
  /** What stands in both, so that a window can say them in its own language. */
  args?: NoticeArgs;
  endpointId?: string;
  /** What it is about, to be opened. */
  sessionId?: string;
}

export interface NoticeArgs {
  /** Of an endpoint. */
  name?: string;
  /** In English, as it was met. */
  reason?: string;
  /** Without its folder. */
  file?: string;
  /** A port. */
  wanted?: number;
  got?: number;
  /** Events that were fetched instead. */
  recovered?: number;
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
  | 'port_taken'
  | 'tunnel_lost'
  | 'tunnel_back'
  | 'address_changed'
  | 'registration_failed'
  | 'gap_found'
  /** An alert that the system did not show. */
  | 'alert';
