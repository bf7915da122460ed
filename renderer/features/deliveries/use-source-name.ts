import { demoEndpointId } from '../../../shared/demo.ts';
import { useEndpointName } from '../../stores/context.ts';
import { inertLine } from '../../text/inert.ts';
import { deliveries as words } from '../../words/deliveries.ts';

/** What a delivery came to, by name: an endpoint, the demo, or one that is gone. */
export function useSourceName(): (endpointId: string) => string {
  const nameOf = useEndpointName();
  return (endpointId) => {
    const name = nameOf(endpointId);
    if (name !== undefined) return inertLine(name);
    return endpointId === demoEndpointId ? words.demo : words.unknownEndpoint;
  };
}
