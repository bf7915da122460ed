import { Bell } from 'lucide-react';
import { useId } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { notices } from '../../words/common.ts';
import { NoticeView } from './NoticeView.tsx';

/** All notices since the start, in the browser's own popover: Esc and a press elsewhere close it. */
export function NoticesButton() {
  const all = useStore(useStores().notices, (state) => state.notices);
  const id = useId();
  return (
    <>
      <button type="button" className="icon-button" popoverTarget={id} aria-label={notices.open(all.length)}>
        <Bell aria-hidden />
        {all.length > 0 && <span className="bell-dot" data-level={all[0]?.level} aria-hidden="true" />}
      </button>
      <section id={id} popover="auto" className="notices" aria-label={notices.title}>
        <h2>{notices.title}</h2>
        {all.length === 0 ? (
          <p className="quiet">{notices.none}</p>
        ) : (
          <ul>
            {all.map((notice) => (
              <li key={notice.id}>
                <NoticeView notice={notice} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
