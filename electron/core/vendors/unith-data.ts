import { z } from 'zod';
import type { JsonObject } from '../../../shared/events.ts';
import { type ApiRequest, createApiCalls } from './api-call.ts';
import { firstOf, readId, readText } from './fields.ts';
import { readMoment } from './moment.ts';
import { createUnithCall } from './unith-api-calls.ts';
import type { Token } from './unith-token.ts';
import { factsOfTranscript } from './unith-transcript.ts';
import { type FetchedFact, type TranscriptOf, type VendorApi, VendorError } from './vendor-api.ts';

/** A conversation that ended in a time may have begun before it, and the API may ask for the beginning. */
const EARLIER_MS = 24 * 60 * 60 * 1000;

const row = z.record(z.string(), z.json());
const listed = (name: string) =>
  z.union([
    z.array(row),
    z.object({ [name]: z.array(row) }).transform((body) => body[name] as JsonObject[]),
    z
      .object({ data: z.object({ [name]: z.array(row) }) })
      .transform(({ data }) => data[name] as JsonObject[]),
    z.object({ data: z.array(row) }).transform(({ data }) => data as JsonObject[]),
  ]);

export interface UnithDataOptions {
  base: string;
  token: Token;
  /** The public id of the account's organisation. */
  org(): Promise<string | undefined>;
  /** The ids of the head that counts, its UUID first; undefined for all. */
  head(): Promise<readonly string[] | undefined>;
}

/** UNITH's conversations and what was said in them. */
export function createUnithData(
  options: UnithDataOptions,
): Required<Pick<VendorApi, 'missed' | 'transcript'>> {
  const { base } = options;
  /** Documented without credentials; asked for, they are given. */
  const open = createApiCalls({ vendor: 'UNITH', base, headers: () => ({}) });
  const known = createUnithCall(base, options.token);

  async function call<T>(request: ApiRequest, schema: z.ZodType<T>): Promise<T> {
    try {
      return await open.call(request, schema);
    } catch (error) {
      const isAsked =
        error instanceof VendorError && ['vendor_unauthorized', 'vendor_forbidden'].includes(error.code);
      if (!isAsked) throw error;
      return known(request, schema);
    }
  }

  return {
    async transcript(of: TranscriptOf): Promise<FetchedFact[]> {
      const org = of.org ?? (await options.org());
      if (org === undefined) return [];
      const path = `/sessions/${encodeURIComponent(org)}/${encodeURIComponent(of.vendorSessionId)}`;
      try {
        return factsOfTranscript(of, await call({ method: 'GET', path }, listed('messages')));
      } catch (error) {
        // It may come late.
        if (error instanceof VendorError && error.code === 'vendor_not_found') return [];
        throw error;
      }
    },

    async missed(_, from, to) {
      const org = await options.org();
      if (org === undefined) return { facts: [], transcripts: [] };
      const query = {
        org_id: org,
        start_date: new Date(Math.max(from - EARLIER_MS, 0)).toISOString(),
        end_date: new Date(to).toISOString(),
      };
      const found = await call({ method: 'GET', path: '/conversations', query }, listed('conversations'));
      const head = await options.head();
      const ours = found.flatMap((one) => readConversation(one, org, head, from, to));
      return {
        facts: ours.flatMap(({ facts }) => facts),
        transcripts: ours.flatMap(({ transcript }) => (transcript ? [transcript] : [])),
      };
    },
  };
}

function readConversation(
  one: JsonObject,
  org: string,
  head: readonly string[] | undefined,
  from: number,
  to: number,
) {
  const id = firstOf([one], ['session_id', 'sessionId'], readId);
  const told = firstOf([one], ['head_id', 'headId'], readId);
  const start = firstOf([one], ['start_time', 'startTime'], readMoment);
  const end = firstOf([one], ['end_time', 'endTime'], readMoment);
  if (id === undefined || start === undefined) return [];
  if (head && told !== undefined && !head.includes(told)) return [];
  // As deliveries name it.
  const agentId = told === undefined ? undefined : (head?.[0] ?? told);
  // The range may be rounded to days: what did not touch it arrived as usual.
  if (start > to || (end ?? start) < from) return [];
  const about = { vendorSessionId: id, ...(agentId !== undefined && { agentId }) };
  const fact = (kind: 'session.started' | 'session.ended', at: number): FetchedFact => ({
    kind,
    occurredAt: at,
    ...about,
    data: { public_org_id: org, ...userOf(one) },
    key: `${kind} ${id}`,
    unlessTold: true,
  });
  const facts = [
    fact('session.started', start),
    ...(end !== undefined && end <= to ? [fact('session.ended', end)] : []),
  ];
  return [{ facts, transcript: end === undefined ? undefined : { ...about, org } }];
}

function userOf(one: JsonObject): { user?: string } {
  const user = readText(one.user_name)?.trim().slice(0, 200);
  return user ? { user } : {};
}
