import type { Settings } from '../../../shared/settings.ts';
import type { Status } from '../../../shared/status.ts';
import type { App, Push } from '../../core/ports.ts';
import { shellWords } from '../words/words.ts';
import { act, type TrayReach } from './act.ts';
import { ask } from './ask.ts';
import { createPaced } from './paced.ts';
import { createRecentJoins } from './recent-joins.ts';
import { createTrayIcon, type TrayIcon, type TrayIconParts } from './tray-icon.ts';
import { trayModel } from './tray-model.ts';

export type TrayParts = Omit<TrayIconParts, 'clicked' | 'act' | 'closed'> &
  TrayReach & { core: Pick<App, 'dispatch' | 'subscribe' | 'language'> };

/** Changes are shown at most this often. */
const APART_MS = 250;
/** Timers stand still while a computer sleeps: the wall clock is looked at this often, however far the next change. */
const LOOK_MS = 60_000;

export interface TrayHandle {
  /** Looks at the clock now, as after sleep. */
  refresh(): void;
  /** Takes the icon away and ends everything. */
  stop(): void;
}

/**
 * Keeps the tray's icon, tooltip and menu as the core's state is. After the app is ready. Keep what it returns, or the
 * core: either holds the icon, which vanishes when it is collected.
 */
export function manageTray(parts: TrayParts): TrayHandle {
  const { core } = parts;
  const joins = createRecentJoins();
  const paced = createPaced(show, APART_MS);
  let status: Status | undefined;
  let settings: Pick<Settings, 'pausedUntil'> | undefined;
  let icon: TrayIcon | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  function show(): void {
    clearTimeout(timer);
    if (!status || isStopped) return;
    const now = Date.now();
    const model = trayModel({
      status,
      settings: settings ?? { pausedUntil: null },
      joins: joins.list(),
      words: shellWords(core.language()),
      now,
    });
    try {
      if (icon) icon.update(model);
      else icon = createTrayIcon({ ...parts, clicked: parts.show, act: follow, closed: paced.ask }, model);
    } catch (error) {
      // Without an icon Greenroom still receives, and a second start shows its window.
      console.error('The tray icon cannot be shown:', error);
    }
    const wait = (model.changesAt ?? Number.POSITIVE_INFINITY) - now;
    timer = setTimeout(paced.ask, Math.min(Math.max(0, wait), LOOK_MS));
  }

  function follow(action: Parameters<typeof act>[0]): void {
    act(action, parts).catch((error: unknown) =>
      console.error(`The tray could not do “${action.do}”:`, error),
    );
  }

  function hear(push: Push): void {
    let isNews = joins.hear(push);
    if (push.name === 'status') {
      status = push.value;
      isNews = true;
    }
    if (push.name === 'settings') {
      settings = push.value;
      isNews = true;
    }
    if (push.name === 'reset') load();
    if (isNews) paced.ask();
  }

  function load(): void {
    void joins.load(core).then(paced.ask);
  }

  const unsubscribe = core.subscribe(hear);
  load();
  // What was pushed meanwhile is newer.
  void ask(core, 'settings.get', {}).then((known) => {
    settings ??= known;
    paced.ask();
  });

  return {
    refresh: paced.ask,
    stop(): void {
      isStopped = true;
      unsubscribe();
      paced.stop();
      clearTimeout(timer);
      icon?.destroy();
    },
  };
}
