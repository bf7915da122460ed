import type { AlertTarget } from '../../shared/alerts.ts';
import type { Bridge } from '../../shared/contract.ts';
import { createBridgeClient } from './bridge-client.ts';
import type { Link } from './link.ts';
import type { PagePermission } from './page-permission.ts';
import { createWebClient } from './web-client.ts';

/** The two functions of the host, and whether it can be heard now. */
export interface Client extends Bridge {
  link: Link;
  /** Where the page shows alerts itself; absent where the host does. */
  permission?: PagePermission;
}

declare global {
  interface Window {
    /** Set by the preload script of the desktop host. */
    greenroom?: Bridge;
  }
}

/**
 * The only place that can tell which host this is.
 * @param open leads to what an alert is about, where the page shows it
 */
export function connect(open: (target: AlertTarget) => void): Client {
  return window.greenroom ? createBridgeClient(window.greenroom) : createWebClient(open);
}
