/** `a, b and c`. Intl.ListFormat would take megabytes for it. @param and in the language */
export function listed(and: string): (parts: readonly string[]) => string {
  return (parts) =>
    parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;
}
