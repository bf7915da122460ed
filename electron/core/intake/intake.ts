import { hash } from 'node:crypto';
import { answers } from '../receiver/answer.ts';
import type { Accept, ReceivedCall } from '../receiver/receiver.ts';
import type { Arrival } from '../store/arrival.ts';
import type { Committer } from '../store/committer.ts';
import type { StoredHeader } from '../store/rows.ts';
import { findVendor } from '../vendors/registry.ts';
import type { Vendor } from '../vendors/vendor.ts';
import { type Judged, judge, type Proof } from './judge.ts';
import { hashOf, headerOf, keepHeaders } from './kept-headers.ts';
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

  function accept(door: Door, vendor: Vendor): Accept {
    return (call, answer) => {
      if (!door.proof) {
        secretMissing(door.endpointId);
        answer(answers.notNow);
        return;
      }
      const arrival = arrive(door, door.proof, vendor, call, keys);
      const said = arrival.verdict === 'rejected' ? answers.unauthorized : answers.ok;
      committer.submit(arrival, (error) => answer(error ? answers.notNow : said));
    };
  }

  return {
    setDoors(list: readonly Door[]): void {
      doors = new Map(list.map((door) => [door.key, door]));
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
): Arrival {
  const mark = headerOf(call.headers, SAMPLE_HEADER);
  const headers = call.headers.filter(([name]) => name.toLowerCase() !== SAMPLE_HEADER);
  const judged: Judged = {
    body: call.body,
    header: (name) => headerOf(headers, name),
    hashOf: (name) => hashOf(headers, name, keys.headers),
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
  };
  if (!check.valid) return { ...received, verdict: 'rejected', reason: check.reason };
  return {
    ...received,
    verdict: proof.verification === 'none' ? 'unproved' : 'verified',
    ...vendor.read(judged),
  };
}
