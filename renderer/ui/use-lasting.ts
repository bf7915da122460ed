import { useEffect, useState } from 'react';

/** A condition once it has lasted, so that what only passes is not spoken of. Where it holds from the first, at once. */
export function useLasting(holds: boolean, milliseconds: number): boolean {
  const [lasts, setLasts] = useState(holds);

  useEffect(() => {
    if (!holds) return setLasts(false);
    const timer = setTimeout(() => setLasts(true), milliseconds);
    return () => clearTimeout(timer);
  }, [holds, milliseconds]);

  return holds && lasts;
}
