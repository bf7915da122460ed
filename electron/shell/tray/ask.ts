import type { Command, Input, Value } from '../../../shared/contract.ts';
import type { App } from '../../core/ports.ts';

/** Calls the core as the window does. Never rejects; undefined where it was refused, which is logged by its code. */
export async function ask<C extends Command>(
  core: Pick<App, 'dispatch'>,
  command: C,
  input: Input<C>,
): Promise<Value<C> | undefined> {
  const reply = await core.dispatch(command, input);
  if (reply.ok) return reply.value as Value<C>;
  console.error(`The tray was refused ${command}: ${reply.error.code}`);
  return undefined;
}
