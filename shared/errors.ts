/** Every error that a command can answer with. The renderer maps a code to a sentence and a next step. */
export const errorCodes = [
  'bad_input',
  'unknown_command',
  'unauthorized',
  'forbidden',
  'not_found',
  'no_secret',
  'secret_unreadable',
  'vault_unavailable',
  'store_failed',
  'store_newer',
  'folder_in_use',
  'port_taken',
  'receiver_down',
  'sample_refused',
  'offline',
  'timed_out',
  'not_available',
  /** The way in. */
  'tunnel_off',
  'tunnel_down',
  'tunnel_refused',
  'tunnel_rate_limited',
  'program_missing',
  'token_missing',
  'token_refused',
  'not_https',
  /** What a vendor's API answered, or failed to. */
  'no_credentials',
  'choose_target',
  'vendor_refused',
  'vendor_unauthorized',
  'vendor_forbidden',
  'vendor_not_found',
  'vendor_conflict',
  'vendor_rate_limited',
  'vendor_failed',
  'vendor_unexpected',
  'vendor_timed_out',
  'vendor_unreachable',
  'test_failed',
  'address_changed',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** An error as it crosses a process: data, never a class. */
export interface WireError {
  code: ErrorCode;
  message: string;
}

export type Reply<Value> = { ok: true; value: Value } | { ok: false; error: WireError };

/** Thrown anywhere in the product; `dispatch` turns it into a `WireError`. */
export class AppError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
  }
}

/** Ends a switch over a union: a member that was forgotten does not compile. */
export function assertNever(value: never): never {
  throw new Error(`Not expected here: ${JSON.stringify(value)}`);
}
