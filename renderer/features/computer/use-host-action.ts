import type { Command, Value } from '../../../shared/contract.ts';
import type { Reply } from '../../../shared/errors.ts';
import type { Status } from '../../../shared/status.ts';
import { useStores } from '../../stores/context.ts';
import { useAction } from '../../ui/use-action.ts';

/** The commands whose answer is the status as it is after them. */
type Answer = Extract<{ [C in Command]: Value<C> extends Status ? C : never }[Command], string>;

/** Asks the host for something; its answer is shown at once. */
export function useHostAction() {
  const { status } = useStores();
  const { busy, error, run } = useAction();
  const act = async (action: () => Promise<Reply<Value<Answer>>>) => {
    const now = await run(action);
    if (now) status.getState().apply(now);
  };
  return { busy, error, act };
}
