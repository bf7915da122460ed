import { z } from 'zod';
import type { VendorLogEntry } from '../../../shared/endpoints.ts';
import type { ApiCalls } from './api-call.ts';
import { readMoment } from './moment.ts';
import { omitAbsent } from './omit-absent.ts';
import type { FetchedFact, Missed } from './vendor-api.ts';

const PAGE = 100;
const MOST_PAGES = 20;

const text = z.string().max(2000);
const agent = z.object({
  code: text.nullish(),
  agent_id: text.nullish(),
  status: text.nullish(),
  error_message: text.nullish(),
  updated_at: z.union([z.string(), z.number()]).nullish(),
  created_at: z.union([z.string(), z.number()]).nullish(),
});
const page = z.object({
  data: z.array(agent),
  pagination: z.object({ has_more: z.boolean().nullish() }).nullish(),
});
type Agent = z.infer<typeof agent>;

/**
 * What bitHuman could not deliver between two times. Its log names kinds and times, its agents their final states, and
 * nothing joins the two: agents are asked for only where the log shows that word of one was lost, and each state is told
 * once. Without a log (the registration was taken back meanwhile) only agents with a time of their own count.
 */
export async function missedByBithuman(
  calls: ApiCalls,
  log: (() => Promise<VendorLogEntry[]>) | undefined,
  from: number,
  to: number,
): Promise<Missed> {
  const lost = (await log?.())?.filter(({ delivered, createdAt }) => {
    const at = Date.parse(createdAt);
    return !delivered && at >= from && at <= to;
  });
  const isAboutAgents = lost?.some(({ type }) => type.startsWith('agent.')) ?? true;
  const agents = isAboutAgents ? await finalAgents(calls) : [];
  const facts = agents.flatMap((one) => factOf(one, from, to, lost));
  return { facts, transcripts: [], ...(lost && { missed: lost.length }) };
}

async function finalAgents(calls: ApiCalls): Promise<Agent[]> {
  const all: Agent[] = [];
  for (let n = 0; n < MOST_PAGES; n++) {
    const { data, pagination } = await calls.call(
      { method: 'GET', path: '/v1/agents', query: { limit: String(PAGE), offset: String(n * PAGE) } },
      page,
    );
    all.push(...data);
    if (!pagination?.has_more || data.length === 0) break;
  }
  return all.filter(({ status }) => status === 'ready' || status === 'failed');
}

function factOf(one: Agent, from: number, to: number, lost: VendorLogEntry[] | undefined): FetchedFact[] {
  const agentId = one.code || one.agent_id;
  if (!agentId) return [];
  const kind = one.status === 'ready' ? 'agent.ready' : 'agent.failed';
  const own = readMoment(one.updated_at ?? undefined) ?? readMoment(one.created_at ?? undefined);
  const ofKind = lost?.filter(({ type }) => type === kind);
  if (ofKind ? ofKind.length === 0 : !(own !== undefined && own >= from && own <= to)) return [];
  if (own !== undefined && own < from) return [];
  const [only, ...more] = ofKind ?? [];
  const occurredAt = only && more.length === 0 ? Date.parse(only.createdAt) : Math.min(own ?? to, to);
  return [
    {
      kind,
      occurredAt,
      agentId,
      data:
        kind === 'agent.failed'
          ? { reason: one.error_message || 'bitHuman gave no reason' }
          : omitAbsent({ code: one.code ?? undefined, agent_id: one.agent_id ?? undefined }),
      key: `${kind} ${agentId}`,
      unlessTold: true,
    },
  ];
}
