import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { routeHash } from '../../stores/route-store.ts';
import { inertLine } from '../../text/inert.ts';
import { useNow } from '../../ui/use-now.ts';
import { notices } from '../../words/common.ts';
import { connect as words } from '../../words/connect.ts';
import { nextTry, tunnelState } from '../../words/path.ts';
import { StepMark } from './LiveSteps.tsx';

/**
 * The first step of all: whether vendors can reach this computer.
 * @param isBegun consent to open one is not asked for right below
 */
export function WayInStep({ isBegun }: { isBegun: boolean }) {
  const tunnel = useStore(useStores().status, (state) => state.status?.tunnel);
  const now = useNow();
  if (!tunnel) return null;
  const state = tunnelState(tunnel, now);
  if (state === 'connected') {
    return (
      <p className="said">
        <StepMark state="done" />
        {words.wayOpen}
      </p>
    );
  }
  if (state === 'off') {
    return <p>{isBegun ? <a href={routeHash('connection')}>{words.openWay}</a> : words.openWay}</p>;
  }
  if (state === 'opening') {
    return (
      <p className="said">
        <StepMark state="doing" />
        {words.step.tunnel}
      </p>
    );
  }
  return (
    <p>
      <strong>{words.wayDown}</strong> {tunnel.reason && inertLine(tunnel.reason)}{' '}
      {tunnel.nextTryAt && nextTry(tunnel.nextTryAt, now)}{' '}
      <a href={routeHash('connection')}>{notices.connection}</a>
    </p>
  );
}
