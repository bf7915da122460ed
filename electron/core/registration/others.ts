import type { OtherRegistration } from '../../../shared/endpoints.ts';
import { AppError } from '../../../shared/errors.ts';
import type { VendorApi } from '../vendors/vendor-api.ts';
import { carriesKey } from './plan.ts';

/** What is not ours: neither made here, nor with a key of this Greenroom in its URL. */
export async function listOthers(
  api: VendorApi,
  ours: { made: readonly string[]; keys: readonly string[] },
): Promise<OtherRegistration[]> {
  return (await api.list())
    .filter(({ url, ref }) => !ours.made.includes(ref) && !ours.keys.some((key) => carriesKey(url, key)))
    .map(({ ref, url, createdAt }) => ({ ref, url, ...(createdAt !== undefined && { createdAt }) }));
}

/** Only what was listed as somebody else's, on the user's word. @throws AppError `not_found` */
export async function removeOther(
  api: VendorApi,
  ours: Parameters<typeof listOthers>[1],
  ref: string,
): Promise<void> {
  const known = await listOthers(api, ours);
  if (!known.some((one) => one.ref === ref)) {
    throw new AppError('not_found', 'The vendor has no such registration any more, or it is one of ours.');
  }
  await api.remove(ref);
}
