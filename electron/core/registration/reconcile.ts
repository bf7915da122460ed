import type { AppError } from '../../../shared/errors.ts';
import type { ListedRegistration, VendorApi, WantedRegistration } from '../vendors/vendor-api.ts';
import { VendorError } from '../vendors/vendor-api.ts';
import type { Arrivals } from './arrivals.ts';
import type { Journal } from './journal.ts';
import { plan } from './plan.ts';
import type { Steps } from './steps.ts';

const ARRIVAL_MS = 5_000;

/** One endpoint's way to exactly one registration at its vendor, proved by a delivery. */
export interface Run {
  endpointId: string;
  /** The last part of the URL. */
  key: string;
  /** Where the vendor is to deliver; proved to lead here. */
  url: string;
  /** A disabled endpoint's registration is paused, where the vendor can. */
  enabled: boolean;
  events: readonly string[];
  api: VendorApi;
  journal: Journal;
  steps: Steps;
  arrivals: Arrivals;
  /** The secret in use; undefined where none can be read. */
  secret(): string | undefined;
  /** Keeps a new one; the former stays good for its grace time. */
  saveSecret(secret: string): Promise<void>;
  /** Our own signed test through the public URL. @returns when it arrived */
  sendTest(): Promise<string>;
}

/**
 * Safe to repeat from the start after any failure or crash: what is there is read from the vendor first.
 * @returns when a delivery proved it; undefined where the endpoint is paused and nothing may arrive
 * @throws VendorError, AppError
 */
export async function reconcile(run: Run): Promise<string | undefined> {
  const { api, journal, endpointId, steps } = run;
  if (api.switchOn) await steps.do('switch', () => api.switchOn?.());
  const { ref, secret, remove } = await steps.do('create', () => place(run));
  await steps.do('secret', async () => {
    if (secret !== undefined && secret !== run.secret()) await run.saveSecret(secret);
    const before = journal.of(endpointId);
    const since = before.current?.ref === ref && before.current.since;
    journal.note(endpointId, {
      creating: false,
      made: [...new Set([...before.made, ref])],
      current: { ref, url: run.url, since: since || new Date().toISOString() },
    });
  });
  const confirmedAt = run.enabled ? await steps.do('test', () => prove(run, ref)) : undefined;
  const { made } = journal.of(endpointId);
  const gone = [...new Set([...remove, ...made.filter((one) => one !== ref)])];
  await steps.do('clean', () => removeAll(run, gone));
  return confirmedAt;
}

/** Sends the vendor's test, or our own where it has none. @returns when it arrived. @throws AppError `test_failed` */
export async function prove(run: Run, ref: string): Promise<string> {
  const { api, arrivals, endpointId } = run;
  if (!api.test) {
    await readBack(run, ref);
    return run.sendTest();
  }
  const arrival = arrivals.expectTest(endpointId);
  try {
    const { delivered, status, attempts } = await api.test(ref);
    if (!delivered) {
      // We refused it ourselves: the secret that is kept is not this one's. Without it, the next try makes another.
      if (status === 401) run.journal.note(endpointId, { current: undefined });
      const heard = status === null ? 'no answer' : `the answer ${status}`;
      const times = attempts === 1 ? 'one attempt' : `${attempts} attempts`;
      throw new VendorError(
        'test_failed',
        `The vendor's test got ${heard} after ${times}. It is tried again; if that does not help, choose another way in.`,
        { mayPass: true },
      );
    }
    return await arrival.within(ARRIVAL_MS);
  } finally {
    arrival.stop();
  }
}

/** Takes back those given, and notes each. One that is already gone is no error. */
export async function removeAll(
  { api, journal, endpointId }: Pick<Run, 'api' | 'journal' | 'endpointId'>,
  refs: readonly string[],
): Promise<void> {
  for (const ref of refs) {
    await api.remove(ref);
    journal.note(endpointId, { made: journal.of(endpointId).made.filter((one) => one !== ref) });
  }
}

interface Placed {
  ref: string;
  secret?: string;
  remove: string[];
}

async function place(run: Run): Promise<Placed> {
  const { api, journal, endpointId } = run;
  const wanted: WantedRegistration = {
    url: run.url,
    events: run.events,
    active: run.enabled || !api.keepsSecret,
  };
  const { made, current } = journal.of(endpointId);
  const { action, remove } = plan(
    {
      wanted,
      key: run.key,
      made,
      secretOf: run.secret() === undefined ? undefined : current?.ref,
      canUpdate: api.update !== undefined,
      allEvents: api.allEvents,
    },
    await api.list(),
  );
  if (action.do === 'create') return { ...(await create(run, wanted)), remove };
  if (action.do === 'update') await api.update?.(action.ref, wanted);
  const { ref, secret } = action;
  return { ref, remove, ...(secret !== undefined && { secret }) };
}

/** The journal before the call, the secret right after it: some vendors show it once. */
async function create(run: Run, wanted: WantedRegistration): Promise<Omit<Placed, 'remove'>> {
  const { api, journal, endpointId } = run;
  journal.note(endpointId, { creating: true });
  const { ref, secret } = await api.create(wanted);
  if (secret !== undefined) await run.saveSecret(secret);
  if (ref !== undefined) return { ref, ...(secret !== undefined && { secret }) };
  const found = newest((await api.list()).filter(({ url }) => url === wanted.url));
  if (!found) throw notThere();
  const known = secret ?? found.secret;
  return { ref: found.ref, ...(known !== undefined && { secret: known }) };
}

/** The vendor may have made something else of what we asked for. */
async function readBack(run: Run, ref: string): Promise<void> {
  const found = (await run.api.list()).find((one) => one.ref === ref);
  if (found?.url !== run.url || !found.active) throw notThere();
  if (found.secret !== undefined && found.secret !== run.secret()) await run.saveSecret(found.secret);
}

function newest(all: readonly ListedRegistration[]): ListedRegistration | undefined {
  return all.toSorted((a, b) => (b.createdAt ?? '').localeCompare(a.createdAt ?? '') || age(b) - age(a))[0];
}

/** Vendors that number their registrations count up. */
function age({ ref }: ListedRegistration): number {
  return Number(ref) || 0;
}

function notThere(): AppError {
  return new VendorError(
    'vendor_unexpected',
    'The vendor took the registration, but does not list it as it was asked for. It is tried again.',
    { mayPass: true },
  );
}
