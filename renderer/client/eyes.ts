interface Parts {
  page: Pick<Document, 'hasFocus' | 'visibilityState' | 'addEventListener'>;
  frame: Pick<Window, 'addEventListener'>;
  /** The session that can be read in this window now. */
  session: { get(): string | null; subscribe(fn: () => void): unknown };
  /** Told what is in front of the user's eyes, each time that changes. */
  look(sessionId: string | null): void;
}

/** A session is in view while its window is seen and has the focus. */
export function followEyes({ page, frame, session, look }: Parts): void {
  const follow = () => look(page.visibilityState === 'visible' && page.hasFocus() ? session.get() : null);
  frame.addEventListener('focus', follow);
  frame.addEventListener('blur', follow);
  page.addEventListener('visibilitychange', follow);
  session.subscribe(follow);
  follow();
}
