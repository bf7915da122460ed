import type { ErrorCode, Reply, WireError } from '../../shared/errors.ts';

/** What the server answers instead of a value. */
export interface Refusal extends WireError {
  /** Where HTTP has a nearer word than the code's own. */
  status?: number;
}

const statuses: Partial<Record<ErrorCode, number>> = {
  unauthorized: 401,
  forbidden: 403,
  unknown_command: 404,
  not_found: 404,
  bad_input: 400,
};

/** Always a 4xx. */
export function statusOf(code: ErrorCode): number {
  return statuses[code] ?? 409;
}

export function failure({ code, message }: WireError): Reply<never> {
  return { ok: false, error: { code, message } };
}

export class NotJson extends Error {
  readonly statusCode = 400;
}

/** What a person can do about an error of the server itself; in our words, since a library's repeat what was sent. */
export function explainFailure(error: Error & { statusCode?: number }): Refusal {
  const status = error.statusCode ?? 500;
  if (error instanceof NotJson) return { status, code: 'bad_input', message: 'The body is not JSON.' };
  switch (status) {
    case 403:
      return { status, code: 'forbidden', message: 'There is nothing here.' };
    case 404:
    case 414:
      return { status: 404, code: 'not_found', message: 'There is nothing here.' };
    case 413:
      return { status, code: 'bad_input', message: 'The body is too large: 1 MiB is the most.' };
    case 415:
      return { status, code: 'bad_input', message: 'Send the input as JSON, as application/json.' };
    default:
      return status < 500
        ? { status, code: 'bad_input', message: 'This call cannot be understood.' }
        : { status, code: 'internal', message: 'Something went wrong inside Greenroom.' };
  }
}
