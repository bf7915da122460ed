import { X } from 'lucide-react';
import type { Notice } from '../../../shared/status.ts';
import { routeHash } from '../../stores/route-store.ts';
import { DayTime } from '../../ui/Time.tsx';
import { useNow } from '../../ui/use-now.ts';
import { notices } from '../../words/common.ts';
import { wordNotice } from '../../words/notices.ts';

const marks = { info: 'good', warning: 'gap', error: 'failed' };

export function NoticeView({ notice, onDismiss }: { notice: Notice; onDismiss?: () => void }) {
  const { title, text } = wordNotice(notice);
  return (
    <article className="notice" data-level={notice.level}>
      <span className="mark" data-mark={marks[notice.level]} aria-hidden="true" />
      <div>
        {/* As a toast it stands below the page's own heading, in no list. */}
        <h3 aria-level={onDismiss ? 2 : undefined}>
          {notice.sessionId ? (
            <a className="notice-link" href={routeHash('sessions', notice.sessionId)} onClick={onDismiss}>
              {title}
            </a>
          ) : (
            title
          )}
        </h3>
        <p>{text}</p>
        <footer>
          <DayTime iso={notice.at} now={useNow()} />
          {isOfWayIn(notice) && <a href={routeHash('connection')}>{notices.connection}</a>}
          {notice.endpointId && <a href={routeHash('endpoints', notice.endpointId)}>{notices.endpoint}</a>}
        </footer>
      </div>
      {onDismiss && (
        <button type="button" className="icon-button" aria-label={notices.dismiss} onClick={onDismiss}>
          <X aria-hidden />
        </button>
      )}
    </article>
  );
}

function isOfWayIn({ code }: Notice): boolean {
  return code === 'tunnel_lost' || code === 'tunnel_back' || code === 'receiver_failed';
}
