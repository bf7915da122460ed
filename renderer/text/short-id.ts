/** People read names; of a UUID its beginning is enough to tell two apart. The whole stands where it can be copied. */
export function shortId(id: string): string {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(id)
    ? `${id.slice(0, 8)}…`
    : id;
}
