import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Notice } from '../../../shared/status.ts';
import { useStores } from '../../stores/context.ts';
import { notices } from '../../words/common.ts';
import { DemoToast } from '../first-run/DemoToast.tsx';
import { NoticeView } from './NoticeView.tsx';
import { UndoToast } from './UndoToast.tsx';
import { useUndo } from './use-undo.ts';
import './notices.css';

const shownFor = { info: 8000, warning: 15_000 };
const mostShown = 4;

export function Toasts() {
  const store = useStores().notices;
  const all = useStore(store, (state) => state.notices);
  const toasts = useStore(store, (state) => state.toasts);
  const offers = useStore(useStores().undo, (state) => state.offers);
  useUndo();
  const shown = toasts.flatMap((id) => all.find((notice) => notice.id === id) ?? []).slice(0, mostShown);
  return (
    <section className="toasts" aria-label={notices.fresh} aria-live="polite">
      <DemoToast />
      {offers.slice(0, mostShown).map((offer) => (
        <UndoToast key={offer.id} offer={offer} />
      ))}
      {shown.map((notice) => (
        <Toast key={notice.id} notice={notice} onDismiss={() => store.getState().dismiss(notice.id)} />
      ))}
    </section>
  );
}

/** Errors stay until they are dismissed. */
function Toast({ notice, onDismiss }: { notice: Notice; onDismiss: () => void }) {
  const dismiss = useStore(useStores().notices, (state) => state.dismiss);
  useEffect(() => {
    if (notice.level === 'error') return;
    const timer = setTimeout(() => dismiss(notice.id), shownFor[notice.level]);
    return () => clearTimeout(timer);
  }, [notice, dismiss]);
  return <NoticeView notice={notice} onDismiss={onDismiss} />;
}
