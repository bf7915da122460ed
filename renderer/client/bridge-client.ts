import type { Bridge } from '../../shared/contract.ts';
import type { Client } from './client.ts';
import { createLink } from './link.ts';

/** The desktop host lives and dies with this window, so its link is always up. */
export function createBridgeClient(bridge: Bridge): Client {
  return { call: bridge.call, on: bridge.on, link: createLink('up') };
}
