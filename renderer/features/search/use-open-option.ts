import { useState } from 'react';
import { useStore } from 'zustand';
import { assertNever, type WireError } from '../../../shared/errors.ts';
import type { FeedEvent } from '../../../shared/events.ts';
import { useCall, useStores } from '../../stores/context.ts';
import { routeHash } from '../../stores/route-store.ts';
import { holdsSecret } from './holds-secret.ts';
import type { Option } from './options.ts';
import { type Outcome, runCommand } from './run-command.ts';
import type { Thing } from './things.ts';

export type Trouble = { error: WireError } | { missing: string };

/**
 * Opens what was chosen and leaves the search; what cannot be done is told in it.
 * @param setWords takes up words of before
 * @param onDone something was done that shows nowhere else
 */
export function useOpenOption(
  words: string,
  setWords: (words: string) => void,
  onDone: (said: string) => void,
) {
  const call = useCall();
  const { overlay, find } = useStores();
  const { remember, forget } = useStore(find);
  const { show, close } = useStore(overlay);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  const leaveFor = (to: string) => {
    if (!holdsSecret(words)) remember(words);
    close('search');
    window.location.hash = to;
    // After the dialog has given the focus back to where it came from.
    requestAnimationFrame(() => document.getElementById('content')?.focus());
  };
  const settle = (outcome: Outcome) => {
    if ('to' in outcome) leaveFor(outcome.to);
    else if ('shows' in outcome) show(outcome.shows);
    else if ('said' in outcome) {
      close('search');
      onDone(outcome.said);
    } else setTrouble(outcome);
  };
  const openThing = async ({ leads }: Thing) => {
    if ('to' in leads) return leaveFor(leads.to);
    settle(await runCommand(leads, call));
  };

  const open = (option: Option) => {
    setTrouble(null);
    switch (option.kind) {
      case 'thing':
        return void openThing(option.thing);
      case 'delivery':
        return leaveFor(routeHash('deliveries', option.delivery.id));
      case 'session':
        return leaveFor(routeHash('sessions', option.session.id));
      case 'event':
        return leaveFor(placeOf(option.event));
      case 'recent':
        return setWords(option.words);
      case 'forget':
        return forget();
      default:
        return assertNever(option);
    }
  };
  return { open, trouble, clearTrouble: () => setTrouble(null) };
}

/** Where it was said, at that very place; else the delivery that it came with; what came with none is in the feed. */
function placeOf({ sessionId, deliveryId, seq }: FeedEvent): string {
  if (sessionId) return routeHash('sessions', sessionId, seq);
  return deliveryId ? routeHash('deliveries', deliveryId) : routeHash('live');
}
