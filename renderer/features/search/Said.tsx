import { useEffect } from 'react';

const shownFor = 5000;

/** What was done, for a moment; the place to announce it stands before there is anything to say. */
export function Said({ done, onOver }: { done: { said: string } | null; onOver(): void }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time something is done the clock begins anew
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(onOver, shownFor);
    return () => clearTimeout(timer);
  }, [done]);
  return (
    <p className={done ? 'search-said' : 'unseen'} role="status">
      {done?.said}
    </p>
  );
}
