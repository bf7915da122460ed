import { assertNever, type WireError } from '../../../shared/errors.ts';
import type { Session } from '../../../shared/events.ts';
import { pauseUntil } from '../../../shared/pause.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Call } from '../../stores/call.ts';
import { routeHash } from '../../stores/route-store.ts';
import { untilTime } from '../../text/time.ts';
import { search, commands as words } from '../../words/search.ts';
import type { Command } from './commands.ts';

/** Where it leads, or what to say of it. */
export type Outcome =
  | { to: string }
  | { said: string }
  | { shows: 'keys' }
  | { error: WireError }
  | { missing: string };

export async function runCommand(command: Command, call: Call): Promise<Outcome> {
  switch (command.does) {
    case 'keys':
      return { shows: 'keys' };
    case 'sample': {
      const reply = await call('sample.send', { endpointId: command.endpointId });
      return reply.ok ? { to: routeHash('deliveries', reply.value.deliveryId) } : reply;
    }
    case 'prove': {
      const reply = await call('tunnel.retry', {});
      return reply.ok ? { to: routeHash('connection') } : reply;
    }
    case 'pause': {
      const pausedUntil = pauseUntil(command.pause, new Date());
      return save(call, { pausedUntil }, words.paused(untilTime(pausedUntil, Date.now())));
    }
    case 'resume':
      return save(call, { pausedUntil: null }, words.resumed);
    case 'theme':
      return save(call, { theme: command.theme }, words.themes[command.theme]);
    case 'agent':
      return newestSession(call, command);
    default:
      return assertNever(command);
  }
}

async function save(call: Call, patch: Partial<Settings>, said: string): Promise<Outcome> {
  const reply = await call('settings.set', patch);
  return reply.ok ? { said } : reply;
}

async function newestSession(
  call: Call,
  { ids, name }: Extract<Command, { does: 'agent' }>,
): Promise<Outcome> {
  const replies = await Promise.all(ids.map((query) => call('search', { query, limit: 1 })));
  const sessions: Session[] = [];
  for (const reply of replies) {
    if (!reply.ok) return reply;
    // An id may also be a word of something else.
    sessions.push(...reply.value.sessions.filter(({ agentId }) => agentId !== null && ids.includes(agentId)));
  }
  const [newest] = sessions.sort((a, b) => (a.lastAt < b.lastAt ? 1 : -1));
  return newest ? { to: routeHash('sessions', newest.id) } : { missing: search.noSession(name) };
}
