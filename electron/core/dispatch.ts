import type { z } from 'zod';
import { type Command, inputs, isCommand } from '../../shared/contract.ts';
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
  if (!parsed.success) return refused('bad_input', explain(parsed.error, command));
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
function explain(error: z.ZodError, command: Command): string {
  const lines = error.issues.slice(0, 5).map((issue) => {
    const where = issue.path.map(String).join('.');
    const what = issue.code === 'unrecognized_keys' ? unknownField(where, command) : issue.message;
    return where === '' ? what : `${where}: ${what}`;
  });
  return lines.join('; ');
}

/** Not by its name: a secret in the wrong place is sent as a name as easily as in a value. */
function unknownField(where: string, command: Command): string {
  if (where !== '') return 'holds a field that is not known';
  const known = Object.keys(inputs[command].shape).join(', ');
  return known === ''
    ? 'The input holds a field that is not known: this command takes none.'
    : `The input holds a field that is not known. Known are: ${known}.`;
}
