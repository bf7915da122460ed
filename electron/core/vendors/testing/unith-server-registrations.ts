import { randomBytes, randomUUID } from 'node:crypto';
import { isLoopback } from '../../../../shared/endpoints.ts';
import type { UnithRules } from './unith-server-rules.ts';
import type { Answer, Seen } from './vendor-server.ts';

/** Off unless `true`. */
const flagNames = [
  'startConversation',
  'endConversation',
  'timeoutConversation',
  'inactivityWarning',
] as const;

export type Registration = Record<string, unknown> & {
  id: number;
  headId: string;
  webhookUrl: string;
  sharedKey: string;
};

export interface Head {
  id: string;
  publicId: string;
  name: string;
  operationMode: string;
  [more: string]: unknown;
}

export const notFound: Answer = { status: 404, json: { message: ['Not found'] } };
const refused = (...message: string[]): Answer => ({ status: 400, json: { message } });

/** Digital humans, the switch of each, and registrations: each POST adds one with a key of its own. */
export function createRegistrations(rules: UnithRules, orgId: string) {
  const heads: Head[] = [
    { id: randomUUID(), publicId: 'frontdesk-20417', name: 'Front desk', operationMode: 'doc_qa' },
  ];
  const switches = new Map<string, boolean>();
  const registrations: Registration[] = [];
  let made = 0;

  function page(query: URLSearchParams): Answer {
    const take = Math.min(Number(query.get('take') ?? 10), rules.longestPage);
    const number = Number(query.get('page') ?? 1);
    const data = heads.slice((number - 1) * take, number * take);
    return {
      json: rules.pageMeta ? { data, meta: { hasNextPage: number * take < heads.length } } : { data },
    };
  }

  function flip(id: string, { method, query }: Seen): Answer {
    if (!heads.some((head) => head.id === id)) return notFound;
    // Whatever a body says.
    if (method === 'PUT') switches.set(id, query.get('enableEvents') === 'true');
    return { json: switches.get(id) ?? false };
  }

  function create(body: string): Answer {
    const wanted = JSON.parse(body) as Record<string, unknown>;
    const { headId, webhookUrl } = wanted;
    if (!isAcceptable(webhookUrl)) return refused('webhookUrl must be a URL address', 'it must be https');
    if (typeof headId !== 'string') return refused('headId must be a UUID');
    if (!heads.some(({ id }) => id === headId)) return notFound;
    const now = new Date().toISOString();
    const sharedKey = randomBytes(24).toString('base64');
    const flags = Object.fromEntries(flagNames.map((name) => [name, wanted[name] === true]));
    const id = ++made;
    registrations.push({
      id,
      createdAt: now,
      updatedAt: now,
      orgId,
      headId,
      webhookUrl,
      sharedKey,
      ...flags,
    });
    return { json: rules.tellsId ? { id, sharedKey } : { sharedKey } };
  }

  function change(one: Registration, body: string): Answer {
    const wanted = JSON.parse(body) as Record<string, unknown>;
    if ('webhookUrl' in wanted && !isAcceptable(wanted.webhookUrl)) return refused('it must be https');
    const changes = Object.entries(wanted).filter(
      ([name]) => name === 'webhookUrl' || flagNames.some((flag) => flag === name),
    );
    return { json: Object.assign(one, Object.fromEntries(changes), { updatedAt: new Date().toISOString() }) };
  }

  return {
    heads,
    registrations,
    isOn: (head: string) => switches.get(head) ?? false,
    /** undefined where the call is about something else. */
    handle(call: Seen): Answer | undefined {
      const { method, path, query, body } = call;
      if (path === '/head/all') return page(query);
      const head = /^\/head\/([^/]+)\/enable-events$/.exec(path)?.[1];
      if (head !== undefined) return flip(decodeURIComponent(head), call);
      if (path === '/head-events' && method === 'POST') return create(body);
      if (path === '/head-events') {
        return { json: registrations.filter(({ headId }) => headId === query.get('headId')) };
      }
      const ref = /^\/head-events\/([^/]+)$/.exec(path)?.[1];
      if (ref === undefined) return undefined;
      const one = registrations.find(({ id }) => String(id) === decodeURIComponent(ref));
      if (!one) return notFound;
      if (method === 'PATCH') return change(one, body);
      if (method === 'DELETE') registrations.splice(registrations.indexOf(one), 1);
      return { json: one };
    },
  };
}

/** https; on this computer, which has no certificate, http too. */
function isAcceptable(url: unknown): url is string {
  return typeof url === 'string' && (URL.parse(url)?.protocol === 'https:' || isLoopback(url));
}
