import type { Json, JsonObject } from '../../../shared/events.ts';

/** Longer ids are nobody's ids, and would only weigh on indexes and screens. */
const longestId = 200;

export function asObject(value: Json | undefined): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}

/** The first field that can be read: each name in turn, and for each name each source in turn. */
export function firstOf<T>(
  sources: readonly (JsonObject | undefined)[],
  names: readonly string[],
  read: (value: Json | undefined) => T | undefined,
): T | undefined {
  for (const name of names) {
    for (const source of sources) {
      const value = read(source?.[name]);
      if (value !== undefined) return value;
    }
  }
  return undefined;
}

/** Text as it came, even when empty. A lone surrogate becomes U+FFFD, since no database keeps it. */
export function readText(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value.toWellFormed() : undefined;
}

/** An id from text or a number, without outer spaces and cut to 200 characters; an empty one is absent. */
export function readId(value: Json | undefined): string | undefined {
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
  if (typeof text !== 'string') return undefined;
  return text.trim().slice(0, longestId).trimEnd().toWellFormed() || undefined;
}

/** A vendor's keyword in one spelling: `ROOM_JOIN`, `room-join` and `room.join` are `room.join`. */
export function readKeyword(value: Json | undefined): string | undefined {
  return readId(value)
    ?.toLowerCase()
    .replace(/[\s._-]+/g, '.');
}

/** A whole number from 0 up, also when it came as text. */
export function readCount(value: Json | undefined): number | undefined {
  const count = typeof value === 'string' && /^\s*\d{1,15}\s*$/.test(value) ? Number(value) : value;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}
