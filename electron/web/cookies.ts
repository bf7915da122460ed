/**
 * All values of one cookie. Cookies ignore ports, so that a page of another server on this computer can set one of the
 * same name and a longer path, which then comes first: it must not hide ours.
 */
export function cookiesOf(header: string | undefined, name: string): string[] {
  return (header ?? '').split(';').flatMap((part) => {
    const [key, value] = part.trim().split('=', 2);
    return key === name && value !== undefined ? [value] : [];
  });
}
