import type { ListedRegistration, WantedRegistration } from '../vendors/vendor-api.ts';

export interface Wish {
  wanted: WantedRegistration;
  /** The endpoint's key: a URL that carries it is ours, since nobody else knows it. */
  key: string;
  /** References that the journal says we made. */
  made: readonly string[];
  /** The reference whose secret is kept here; any other one's is lost, unless the vendor lets it be read back. */
  secretOf: string | undefined;
  /** A registration can be changed in place. */
  canUpdate: boolean;
  /** What the vendor delivers when it is asked for everything, in its own words. */
  allEvents: readonly string[];
}

export interface Plan {
  action: { do: 'keep' | 'update'; ref: string; secret?: string } | { do: 'create' };
  /** Ours that must go once the action is proved. */
  remove: string[];
  /** Somebody else's, or this user's other computer's: shown, never touched. */
  others: ListedRegistration[];
}

/**
 * What must be done so that the vendor holds exactly one registration of ours, as wanted, whose secret we know. Pure.
 * Our own are those that the journal names or whose URL carries our key.
 */
export function plan(wish: Wish, existing: readonly ListedRegistration[]): Plan {
  const ours = existing.filter((one) => isOurs(one, wish));
  const others = existing.filter((one) => !ours.includes(one));
  const usable = ours
    .filter(({ ref, secret }) => secret !== undefined || ref === wish.secretOf)
    .sort((a, b) => rank(a, wish) - rank(b, wish));
  const best = usable[0];
  if (!best) return { action: { do: 'create' }, remove: ours.map(({ ref }) => ref), others };
  const remove = ours.filter((one) => one !== best).map(({ ref }) => ref);
  const { ref, secret } = best;
  const found = { ref, ...(secret !== undefined && { secret }) };
  if (isAsWanted(best, wish)) return { action: { do: 'keep', ...found }, remove, others };
  if (wish.canUpdate) return { action: { do: 'update', ...found }, remove, others };
  return { action: { do: 'create' }, remove: [...remove, ref], others };
}

/** The key stands at the end of the path, whatever the host before it. */
export function carriesKey(url: string, key: string): boolean {
  const path = URL.parse(url)?.pathname ?? url.split(/[?#]/, 1)[0] ?? '';
  return path.replace(/\/+$/, '').endsWith(`/hooks/${key}`);
}

function isOurs({ ref, url }: ListedRegistration, { made, key }: Wish): boolean {
  return made.includes(ref) || carriesKey(url, key);
}

/** As wanted first, then the one whose secret has been in use longest. */
function rank(one: ListedRegistration, wish: Wish): number {
  return (isAsWanted(one, wish) ? 0 : 2) + (one.ref === wish.secretOf ? 0 : 1);
}

function isAsWanted(one: ListedRegistration, { wanted, allEvents }: Wish): boolean {
  if (one.url !== wanted.url || one.active !== wanted.active) return false;
  // A paused one may deliver nothing at all.
  return !wanted.active || sameEvents(one.events, wanted.events, allEvents);
}

function sameEvents(a: readonly string[], b: readonly string[], all: readonly string[]): boolean {
  const names = (list: readonly string[]) => [...new Set(list.length === 0 ? all : list)].sort().join('\n');
  return names(a) === names(b);
}
