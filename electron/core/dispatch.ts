import type { z } from 'zod';
import { inputs, isCommand } from '../../shared/contract.ts';
import { AppError, type Reply } from '../../shared/errors.ts';
import type { Api } from './api.ts';

/** Parses what a person or program sent, calls, and replies. Never throws; an error carries no secret and no stack. */
export async function dispatch(
  api: Api,
  command: string,
  input: unknown,
  unexpected: (error: unknown) => void,
): Promise<Reply<unknown>> {
  if (!isCommand(command)) return refused('unknown_command', 'There is no such command.');
  const parsed = inputs[command].safeParse(input ?? {});
  if (!parsed.success) return refused('bad_input', explain(parsed.error));
  try {
    const run = api[command] as (input: unknown) => unknown;
    return { ok: true, value: await run(parsed.data) };
  } catch (error) {
    if (error instanceof AppError && error.code !== 'internal') return refused(error.code, error.message);
    unexpected(error);
    return refused(
      'internal',
      'Something went wrong inside Greenroom. The log in the data folder says what.',
    );
  }
}

function refused(code: AppError['code'], message: string): Reply<never> {
  return { ok: false, error: { code, message } };
}

/** `secret: must not be empty`. Names where it is and what is wanted, never what was sent. */
function explain(error: z.ZodError): string {
  const lines = error.issues.slice(0, 5).map(({ path, message }) => {
    return path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`;
  });
  return lines.join('; ');
}
