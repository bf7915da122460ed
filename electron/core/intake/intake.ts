import { hash } from 'node:crypto';
import { answers } from '../receiver/answer.ts';
import type { Accept, ReceivedCall } from '../receiver/receiver.ts';
import type { Arrival } from '../store/arrival.ts';
import type { Committer } from '../store/committer.ts';
import type { StoredHeader } from '../store/rows.ts';
import { findVendor } from '../vendors/registry.ts';
import type { Vendor } from '../vendors/vendor.ts';
import { type Judged, judge, type Proof } from './judge.ts';
import { firstByName, hashOf, keepHeaders } from './kept-headers.ts';
import { isSampleMark, SAMPLE_HEADER } from './sample-mark.ts';

/** An endpoint as the receive thread knows it. `proof` is missing while its secret cannot be read. */
export interface Door {
  endpointId: string;
  key: string;
  vendor: string;
  enabled: boolean;
  proof: Proof | undefined;
}

export interface IntakeKeys {
  /** Of the data folder: hashes secret header values. */
  headers: Buffer;
  /** Of this run: recognises our own samples. */
  samples: Buffer;
}

/** Called when a delivery came whose secret cannot be read now. */
export type SecretMissing = (endpointId: string) => void;

/** From a received call to its commit and its answer: verify → normalise → store → 200. */
export function createIntake(
  committer: Pick<Committer, 'submit'>,
  keys: IntakeKeys,
  secretMissing: SecretMissing,
) {
  let doors = new Map<string, Door>();
  let publicHost: string | null = null;

  function accept(door: Door, vendor: Vendor): Accept {
    return (call, answer) => {
      if (!door.proof) {
        secretMissing(door.endpointId);
        answer(answers.notNow);
        return;
      }
      const arrival = arrive(door, door.proof, vendor, call, keys, publicHost);
      const said = arrival.verdict === 'rejected' ? answers.unauthorized : answers.ok;
      committer.submit(arrival, (error) => answer(error ? answers.notNow : said));
    };
  }

  return {
    setDoors(list: readonly Door[]): void {
      doors = new Map(list.map((door) => [door.key, door]));
    },

    setPublicHost(host: string | null): void {
      publicHost = host === null ? null : plainHost(host);
    },

    doorOf: (endpointId: string) => [...doors.values()].find((door) => door.endpointId === endpointId),

    find(key: string): Accept | undefined {
      const door = doors.get(key);
      const vendor = door?.enabled ? findVendor(door.vendor) : undefined;
      return door && vendor && accept(door, vendor);
    },
  };
}

/** Judges and reads one call; pure but for the clock that the call brings. */
export function arrive(
  door: Pick<Door, 'endpointId' | 'vendor'>,
  proof: Proof,
  vendor: Vendor,
  call: Omit<ReceivedCall, 'headers'> & { headers: StoredHeader[] },
  keys: IntakeKeys,
  publicHost: string | null = null,
): Arrival {
  const byName = firstByName(call.headers);
  const mark = byName.get(SAMPLE_HEADER)?.[1];
  const headers = mark === undefined ? call.headers : withoutMark(call.headers);
  const judged: Judged = {
    body: call.body,
    header: (name) => byName.get(name)?.[1],
    hashOf: (name) => hashOf(byName.get(name), keys.headers),
  };
  const check = judge(judged, proof, vendor, call.receivedAt);
  const received = {
    endpointId: door.endpointId,
    vendor: door.vendor,
    receivedAt: call.receivedAt,
    headers: keepHeaders(headers, proof.header?.name, keys.headers),
    body: call.body,
    bodyHash: hash('sha256', call.body, 'buffer'),
    ...(mark !== undefined && isSampleMark(keys.samples, mark) && { sampleMark: mark }),
    ...(cameByPublic(byName, publicHost) && { viaPublic: true as const }),
  };
  if (!check.valid) return { ...received, verdict: 'rejected', reason: check.reason };
  return {
    ...received,
    verdict: proof.verification === 'none' ? 'unproved' : 'verified',
    ...vendor.read(judged),
  };
}

const forwardedBy = ['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'cf-connecting-ip'];

/** By what a tunnel or a proxy leaves in a call. A caller on this computer could forge it: it proves a path, no sender. */
function cameByPublic(byName: Map<string, StoredHeader>, publicHost: string | null): boolean {
  const host = byName.get('host')?.[1];
  if (publicHost !== null && host !== undefined && plainHost(host) === publicHost) return true;
  return forwardedBy.some((name) => byName.has(name));
}

/** As a browser would write it: a usual port goes without saying. */
function plainHost(host: string): string {
  return host.toLowerCase().replace(/:(80|443)$/, '');
}

/** Every line of it, forged ones too. */
function withoutMark(headers: StoredHeader[]): StoredHeader[] {
  return headers.filter(([name]) => name.toLowerCase() !== SAMPLE_HEADER);
}
