const known = /^(?:[des]\d+-[0-9a-f]+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
const prefixed = /^(?:whsec|sk|pk|uk|key|token|secret|bearer|password)[_:=-]/i;
const LONGEST_WORD = 20;

/** Whether something that was typed may be a secret, pasted to see where it occurs. Ids that are known are none. */
export function holdsSecret(query: string): boolean {
  return query
    .split(/\s+/u)
    .some(
      (word) => !known.test(word) && (prefixed.test(word) || (word.length > LONGEST_WORD && /\d/.test(word))),
    );
}
