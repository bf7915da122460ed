import type { Bridge } from '../../shared/contract.ts';
import { createBridgeClient } from './bridge-client.ts';
import type { Link } from './link.ts';
import { createWebClient } from './web-client.ts';

/** The two functions of the host, and whether it can be heard now. */
export interface Client extends Bridge {
  link: Link;
}

declare global {
  interface Window {
    /** Set by the preload script of the desktop host. */
    greenroom?: Bridge;
  }
}

/** The only place that can tell which host this is. */
export function connect(): Client {
  return window.greenroom ? createBridgeClient(window.greenroom) : createWebClient();
}
