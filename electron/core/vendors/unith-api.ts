import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import type { Json } from '../../../shared/events.ts';
import { fetchPicture } from './api-picture.ts';
import { asObject, firstOf, readId, readText } from './fields.ts';
import { omitAbsent } from './omit-absent.ts';
import { createUnithCall } from './unith-api-calls.ts';
import { createHeads } from './unith-api-heads.ts';
import { bodyOf, eventNames, readRegistration } from './unith-api-registration.ts';
import { createUnithData } from './unith-data.ts';
import { createToken } from './unith-token.ts';
import { type VendorAccount, type VendorApi, VendorError } from './vendor-api.ts';

const defaultBase = 'https://platform-api.unith.ai';
const defaultDataBase = 'https://api.data.unith.ai';
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const row = z.record(z.string(), z.json());
const rows = z.union([z.array(row), z.object({ data: z.array(row) }).transform(({ data }) => data)]);
const anObject = z.union([z.object({ data: row }).transform(({ data }) => data), row]);

/** UNITH's platform API. @throws AppError `no_credentials`, `not_https` */
export function openUnithApi({ credentials, options }: VendorAccount): VendorApi {
  const base = options.apiBase ?? defaultBase;
  const token = createToken(credentials, base);
  const call = createUnithCall(base, token);
  const heads = createHeads(call);

  let org: string | undefined;
  async function publicOrg(): Promise<string | undefined> {
    const me = await call({ method: 'GET', path: '/user/me' }, anObject);
    if (Object.keys(me).length === 0) {
      throw unexpected('UNITH did not tell whose account this is. Is the address of the API right?');
    }
    const its = [asObject(me.organisation), asObject(me.organization)];
    org =
      firstOf(its, ['publicId', 'public_id'], readId) ??
      firstOf([me], ['publicOrgId', 'public_org_id'], readId);
    return org;
  }

  /** The UUID, also where the public id was typed in; undefined where the account has no such one. */
  async function chosenHead(): Promise<string | undefined> {
    const wanted = options.headId?.trim();
    if (!wanted) throw new AppError('choose_target', 'Choose the digital human to connect first.');
    return uuid.test(wanted) ? wanted : (await heads.find(wanted))?.id;
  }

  async function headId(): Promise<string> {
    const id = await chosenHead();
    if (id !== undefined) return id;
    throw new AppError(
      'choose_target',
      'This account has no digital human with the id that was entered. Choose one from the list.',
    );
  }

  /** Its ids, the UUID first; undefined where none was chosen. */
  async function chosenIds(): Promise<readonly string[] | undefined> {
    const wanted = options.headId?.trim();
    if (!wanted) return undefined;
    const { id, publicId } = (await heads.find(wanted)) ?? { id: wanted };
    return publicId === undefined ? [id] : [id, publicId];
  }

  const data = createUnithData({
    base: options.dataBase ?? defaultDataBase,
    token,
    org: async () => org ?? (await publicOrg()),
    head: chosenIds,
  });

  const one = (ref: string) => `/head-events/${encodeURIComponent(ref)}`;

  return {
    keepsSecret: true,
    allEvents: eventNames,

    async checkAccess() {
      await publicOrg();
    },

    async switchOn() {
      const path = `/head/${encodeURIComponent(await headId())}/enable-events`;
      // The switch is in the query; a body is ignored.
      await call({ method: 'PUT', path, query: { enableEvents: 'true' } }, z.unknown());
      if (!isOff(await call({ method: 'GET', path }, z.json()))) return;
      throw unexpected('UNITH did not switch the events of this digital human on.');
    },

    async targets() {
      return (await heads.all()).map(({ id, name, publicId, mode }) => {
        const detail = [publicId, mode].filter(Boolean).join(' · ');
        return { id, name, ...(detail && { detail }) };
      });
    },

    async list() {
      const head = await chosenHead();
      if (head === undefined) return [];
      const found = await call({ method: 'GET', path: '/head-events', query: { headId: head } }, rows);
      const isOfHead = (target = head) => target.toLowerCase() === head.toLowerCase();
      return found.flatMap(readRegistration).filter(({ target }) => isOfHead(target));
    },

    async create(wanted) {
      const body = { headId: await headId(), ...bodyOf(wanted) };
      const made = await call({ method: 'POST', path: '/head-events', body }, anObject);
      return omitAbsent({ ref: readId(made.id), secret: readText(made.sharedKey) || undefined });
    },

    async update(ref, wanted) {
      await call({ method: 'PATCH', path: one(ref), body: bodyOf(wanted) }, z.unknown());
    },

    async remove(ref) {
      try {
        await call({ method: 'DELETE', path: one(ref) }, z.unknown());
      } catch (error) {
        if (!(error instanceof VendorError) || error.code !== 'vendor_not_found') throw error;
      }
    },

    async agent(agentId) {
      const found = await heads.find(agentId);
      if (!found) return undefined;
      const { id, publicId, name, pictureUrl } = found;
      const ids = publicId === undefined ? [id] : [id, publicId];
      return omitAbsent({
        agentId,
        alsoKnownAs: ids.filter((other) => other !== agentId),
        name,
        pictureUrl,
      });
    },

    picture: (url) => fetchPicture(url, base),

    ...data,
  };
}

function unexpected(message: string): VendorError {
  return new VendorError('vendor_unexpected', message, { mayPass: true });
}

/** A bare `false`, or one in a wrapping; anything else is taken for on, since the switch was just thrown. */
function isOff(value: Json): boolean {
  const inside = asObject(value);
  const said = inside ? firstOf([inside], ['data', 'enableEvents', 'enabled'], (one) => one) : value;
  return said === false || said === 'false';
}
