import { bithuman } from './bithuman.ts';
import { bithumanDashboard } from './bithuman-dashboard.ts';
import { unith } from './unith.ts';
import type { Vendor } from './vendor.ts';

/** Every vendor that Greenroom knows: a new one is one more line here. */
export const vendors: readonly Vendor[] = [bithumanDashboard, bithuman, unith];

export function findVendor(id: string, among: readonly Vendor[] = vendors): Vendor | undefined {
  return among.find((vendor) => vendor.info.id === id);
}
