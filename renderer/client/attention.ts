import type { Bridge } from '../../shared/contract.ts';
import type { Language } from '../../shared/language.ts';
import type { Link } from './link.ts';

/** The core forgets after 60 s what it is not told again. */
const AGAIN_MS = 30_000;

interface Parts {
  call: Bridge['call'];
  link: Pick<Link, 'get' | 'subscribe'>;
  page: Pick<Document, 'hasFocus' | 'visibilityState' | 'addEventListener'>;
  frame: Pick<Window, 'addEventListener'>;
  /** The session that can be read in this window now. */
  session: { get(): string | null; subscribe(fn: () => void): unknown };
  /** Any name that is this window's own. */
  viewer: string;
  /** That this window speaks. */
  language: Language;
}

/** Tells the core what is in front of the user's eyes, so that it does not ring for what is being read. */
export function tellAttention({ call, link, page, frame, session, viewer, language }: Parts): void {
  let told = '';
  let timer: ReturnType<typeof setInterval> | undefined;

  function tell(again = false) {
    const focused = page.visibilityState === 'visible' && page.hasFocus();
    const sessionId = focused ? session.get() : null;
    const now = JSON.stringify([focused, sessionId]);
    if (link.get() === 'locked' || (now === told && !again)) return;
    told = now;
    clearInterval(timer);
    if (focused) timer = setInterval(() => tell(true), AGAIN_MS);
    void call('attention.set', { viewer, focused, sessionId, language });
  }

  const follow = () => tell();
  frame.addEventListener('focus', follow);
  frame.addEventListener('blur', follow);
  page.addEventListener('visibilitychange', follow);
  session.subscribe(follow);
  // A host that was started again knows nothing of this window.
  link.subscribe((state) => {
    if (state === 'up') tell(true);
  });
  follow();
}
