import type { Registration } from '../../../shared/endpoints.ts';
import type { WireError } from '../../../shared/errors.ts';
import type { Attempts } from './attempts.ts';
import type { JournalEntry } from './journal.ts';

/**
 * What is shown of an endpoint's registration: what the journal holds, and how the last try went.
 * @param verified it was found right in this run
 */
export function viewRegistration(
  entry: JournalEntry,
  attempts: Attempts | undefined,
  verified: boolean,
): Registration {
  const { wanted, made, creating } = entry;
  const isRunning = attempts?.isRunning() ?? false;
  const { steps, failure, nextTryAt } = attempts?.shown() ?? {};
  const tried = {
    ...(steps && { steps }),
    ...(failure && { error: failure.error }),
    ...(nextTryAt !== undefined && { nextTryAt }),
  };
  if (failure && !isRunning) {
    return { state: failure.mayPass ? 'pending' : 'failed', ...told(entry), ...tried };
  }
  if (!wanted) {
    const isLeft = isRunning && (made.length > 0 || creating);
    return { state: isLeft ? 'pending' : 'none', ...tried };
  }
  const isThere = verified && isConfirmed(entry) && !isRunning;
  const error = isThere ? undefined : elsewhere(entry);
  return {
    state: isThere ? 'registered' : 'pending',
    ...told(entry),
    ...tried,
    ...(error && { error }),
  };
}

/** A delivery came through the very address that the vendor has. */
function isConfirmed({ current, confirmedAt }: JournalEntry): boolean {
  return current?.since !== undefined && confirmedAt !== undefined;
}

function told({ current, confirmedAt }: JournalEntry) {
  return {
    ...(confirmedAt !== undefined && { confirmedAt }),
    ...(current?.since !== undefined && { registeredAt: current.since }),
    ...(current && { url: current.url }),
  };
}

/** Of a vendor without an API: it was confirmed once, but at another address. */
function elsewhere({ current, confirmedAt }: JournalEntry): WireError | undefined {
  if (!current || current.ref !== undefined || current.since !== undefined || confirmedAt === undefined)
    return;
  const message = 'The public address has changed. Paste the new one at the vendor, and send its test.';
  return { code: 'address_changed', message };
}
