import type { Json, JsonObject } from '../../../shared/events.ts';
import { asObject } from './fields.ts';

/** The JSON object of a body; an empty one where the body is anything else. Never throws. */
export function parseBody(body: Buffer): JsonObject {
  try {
    // Takes off a byte order mark, and reads invalid UTF-8 as U+FFFD; the bytes themselves are kept elsewhere.
    const value: Json = JSON.parse(new TextDecoder().decode(body));
    return asObject(value) ?? {};
  } catch {
    return {};
  }
}
