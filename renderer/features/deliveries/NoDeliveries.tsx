import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { newEndpoint, routeHash } from '../../stores/route-store.ts';
import { deliveries as words } from '../../words/deliveries.ts';

/** What this list is for, and how to get a first row. */
export function NoDeliveries() {
  const first = useStore(useStores().endpoints, ({ endpoints }) => endpoints[0]?.id);
  return (
    <>
      <p>{words.empty}</p>
      <a className="button primary" href={routeHash('endpoints', first ?? newEndpoint)}>
        {first ? words.sendSample : words.create}
      </a>
    </>
  );
}
