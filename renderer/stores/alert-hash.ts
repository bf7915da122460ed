import type { AlertTarget } from '../../shared/alerts.ts';
import { routeHash } from './route-store.ts';

/** Where a click on an alert leads. */
export function alertHash(target: AlertTarget): string {
  return routeHash(target.screen, 'id' in target ? target.id : null);
}
