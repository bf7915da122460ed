import type { Json, JsonObject } from '../../../shared/events.ts';

/** Nothing that a person could read is nested deeper. */
const deepest = 100;

/**
 * A copy of what a stranger sent that later code may store, clone and show without a thought: nesting has an
 * end (JSON.stringify overflows the stack on what JSON.parse still reads), text is well-formed, a number is
 * finite, and no key is `__proto__`.
 */
export function keepable(object: JsonObject): JsonObject {
  return keepObject(object, 1);
}

function keep(value: Json, depth: number): Json {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object' || value === null) return value;
  if (depth > deepest) return '…';
  return Array.isArray(value) ? value.map((item) => keep(item, depth + 1)) : keepObject(value, depth);
}

function keepObject(object: JsonObject, depth: number): JsonObject {
  return Object.fromEntries(
    Object.entries(object)
      .filter(([key]) => key !== '__proto__')
      .map(([key, value]) => [key.toWellFormed(), keep(value, depth + 1)]),
  );
}
