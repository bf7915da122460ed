import { useEffect, useRef, useState } from 'react';
import { ALERT_SHOWN_MS, type AlertDecision } from '../../../shared/alerts.ts';
import { useCall } from '../../stores/context.ts';
import { useAction } from '../../ui/use-action.ts';

const lookEvery = 400;
/** The core knows by then. */
const patience = ALERT_SHOWN_MS + 3000;

export type Trial = NonNullable<AlertDecision['shown']> | 'lost';

/** Raises a test alert and follows what becomes of it. */
export function useTrial() {
  const call = useCall();
  const { busy, error, run } = useAction();
  const [trial, setTrial] = useState<Trial | null>(null);
  const gone = useRef(false);

  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);

  const shownOf = async (alertId: string) => {
    const reply = await call('alert.decisions', {});
    if (!reply.ok) return undefined;
    return reply.value.decisions.find((line) => line.alertId === alertId)?.shown;
  };
  const follow = async (alertId: string): Promise<Trial> => {
    const until = Date.now() + patience;
    while (Date.now() < until && !gone.current) {
      await new Promise((resolve) => setTimeout(resolve, lookEvery));
      const shown = await shownOf(alertId);
      if (shown) return shown;
    }
    return 'lost';
  };
  const start = () => {
    setTrial(null);
    return run(async () => {
      const reply = await call('alert.try', {});
      if (reply.ok) setTrial(await follow(reply.value.alertId));
      return reply;
    });
  };

  return { busy, error, trial, start };
}
