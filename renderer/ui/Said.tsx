import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../stores/context.ts';
import './Said.css';

const shownFor = 5000;

/** What was done, for a moment; the place to announce it stands before there is anything to say. */
export function Said() {
  const { said, forget } = useStore(useStores().said);
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(forget, shownFor);
    return () => clearTimeout(timer);
  }, [said, forget]);
  return (
    <p className={said ? 'said-once' : 'unseen'} role="status">
      {said?.text}
    </p>
  );
}
