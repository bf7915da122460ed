import { findVendor } from '../../electron/core/vendors/registry.ts';
import type { SignedCall } from '../../electron/core/vendors/vendor.ts';
import { type Moment, secret } from './cast.ts';

/** What the vendor would send of a moment, signed. @param at milliseconds since the epoch */
export function callOf({ avatar, session, room, ...moment }: Moment, at: number): SignedCall {
  const vendor = findVendor(avatar.vendor);
  const call = vendor?.sample({ ...moment, at, sessionId: session, agentId: avatar.agentId });
  if (!vendor || !call) throw new Error(`${avatar.vendor} sends no ${moment.kind}`);
  return vendor.signForTest(room === undefined ? call : inRoom(call, room), secret, at);
}

function inRoom(call: SignedCall, room: string): SignedCall {
  const body = JSON.parse(call.body.toString()) as { data: object };
  const data = { ...body.data, room_name: room, participant_count: 1 };
  return { ...call, body: Buffer.from(JSON.stringify({ ...body, data })) };
}
