/** A window that has not said so again by then is gone. */
const VALID_MS = 60_000;
const MOST_VIEWERS = 20;

export interface View {
  /** Any name that a window keeps. */
  viewer: string;
  focused: boolean;
  sessionId: string | null;
}

/** What is in front of the user's eyes: windows that are focused and visible, and the session in each. */
export function createAttention(now: () => number) {
  const views = new Map<string, { sessionId: string | null; at: number }>();
  const fresh = () => [...views.values()].filter(({ at }) => now() - at < VALID_MS);

  return {
    set({ viewer, focused, sessionId }: View): void {
      views.delete(viewer);
      if (focused) views.set(viewer, { sessionId, at: now() });
      const [oldest] = views.keys();
      if (oldest !== undefined && views.size > MOST_VIEWERS) views.delete(oldest);
    },
    isLooking: () => fresh().length > 0,
    sessions: (): ReadonlySet<string> => new Set(fresh().flatMap(({ sessionId }) => sessionId ?? [])),
  };
}

export type Attention = ReturnType<typeof createAttention>;
