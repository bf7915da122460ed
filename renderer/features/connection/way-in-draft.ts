import type { Settings } from '../../../shared/settings.ts';
import type { TunnelInfo, TunnelProvider } from '../../../shared/tunnels.ts';
import { connection as words } from '../../words/connection.ts';

type Setting = TunnelInfo['uses'][number];

/** What a person has typed about the way in. */
export interface WayInDraft extends Record<Setting, string> {
  provider: TunnelProvider;
  token: string;
}

export type WayInProblems = Partial<Record<Setting | 'token', string>>;

export function startWayIn(settings: Settings, provider: TunnelProvider): WayInDraft {
  return {
    provider,
    token: '',
    tunnelHost: settings.tunnelHost ?? '',
    publicUrl: settings.publicUrl ?? '',
    tunnelDomain: settings.tunnelDomain ?? '',
  };
}

/** Says early what the core would refuse; shared/settings.ts has the last word. */
export function checkWayIn(draft: WayInDraft, { uses, token }: TunnelInfo): WayInProblems {
  const address = (name: Setting) => uses.includes(name) && draft[name].trim() !== '';
  const domain = draft.tunnelDomain.trim();
  return {
    ...(token && !token.hasToken && draft.token.trim() === '' && { token: words.needsToken(token.label) }),
    ...(uses.includes('publicUrl') && !isAddress(draft.publicUrl) && { publicUrl: words.badAddress }),
    ...(address('tunnelHost') && !isAddress(draft.tunnelHost) && { tunnelHost: words.badAddress }),
    ...(address('tunnelDomain') &&
      !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(domain) && { tunnelDomain: words.badDomain }),
  };
}

/** The settings as they are saved: only what this provider reads. */
export function wayInPatch(draft: WayInDraft, { uses }: Pick<TunnelInfo, 'uses'>): Partial<Settings> {
  const used = uses.map((name) => [name, draft[name].trim() || null] as const);
  return { tunnel: draft.provider, ...Object.fromEntries(used) };
}

/** Whether saving would change nothing. */
export function isSavedWayIn(draft: WayInDraft, settings: Settings, info: TunnelInfo): boolean {
  const patch = wayInPatch(draft, info);
  return (
    draft.token.trim() === '' &&
    (Object.keys(patch) as (keyof Settings)[]).every((name) => patch[name] === settings[name])
  );
}

function isAddress(text: string): boolean {
  const url = URL.parse(text.trim());
  if (!url || url.username || url.password || url.search || url.hash) return false;
  const isHere = /^(localhost|\[::1\]|127(\.\d{1,3}){3})$/.test(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isHere);
}
