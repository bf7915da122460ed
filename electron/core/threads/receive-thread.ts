import { workerData } from 'node:worker_threads';
import { createIntake, type IntakeKeys } from '../intake/intake.ts';
import { recheck } from '../intake/recheck.ts';
import { createPathProof } from '../receiver/path-proof.ts';
import { createReceiver } from '../receiver/receiver.ts';
import { type Committer, createCommitter } from '../store/committer.ts';
import { lockFolder } from '../store/lock.ts';
import { orStoreFailed } from '../store/sqlite-error.ts';
import { sweep } from '../store/sweep.ts';
import type {
  MainFunctions,
  Opened,
  ReceiveFunctions,
  ReceiveLimits,
  ReceiveSetup,
  ReceiveThreadData,
} from './contract.ts';
import { createOutbox, nothingChanged } from './outbox.ts';
import { serveParent } from './rpc.ts';

/**
 * The thread that vendors wait for: receiver, verification and the writer, and nothing that could hold them up.
 * It owns the lock of the data folder and the only connection that writes to the store.
 */

const SWEEP_MS = 20_000;

const data = workerData as ReceiveThreadData;
const counters = { unknownKey: 0, tooLarge: 0, tooSlow: 0, headersTooLarge: 0 };
const proof = createPathProof();

let unlock: (() => void) | undefined;
let committer: Committer;
let keys: IntakeKeys;
let intake: ReturnType<typeof createIntake>;
let limits: ReceiveLimits;
let sweeping: Promise<void> | undefined;
let timer: NodeJS.Timeout | undefined;

const outbox = createOutbox((changes) => main.tell('committed', changes));

const receiver = createReceiver({
  find: (key) => intake.find(key),
  proof,
  maxBodyBytes: () => limits.maxBodyBytes,
  counters,
});

function open(setup: ReceiveSetup): Opened {
  limits = setup.limits;
  keys = { headers: Buffer.from(setup.keys.headers, 'hex'), samples: Buffer.from(setup.keys.samples, 'hex') };
  let setAside: string | undefined;
  let running = false;
  committer = createCommitter(data.files.main, {
    committed: outbox.add,
    state: (failed) => main.tell('storeState', failed ?? null),
    setAside: (name) => {
      setAside = name;
      if (running) main.tell('setAside', name);
    },
  });
  running = true;
  intake = createIntake(committer, keys, (endpointId) => main.tell('secretMissing', endpointId));
  timer = setInterval(() => void sweepOnce(), SWEEP_MS).unref();
  return {
    storeId: committer.storeId(),
    lastSeq: committer.lastSeq(),
    ...(setAside !== undefined && { setAside }),
  };
}

/** A failed sweep was already reported as the store's state; the next one tries again. */
function sweepOnce(): Promise<void> {
  sweeping ??= sweep(committer, limits, (sessions) => outbox.add({ ...nothingChanged, sessions }))
    .then(
      (removed) => {
        if (removed) main.tell('pruned');
      },
      () => undefined,
    )
    .finally(() => {
      sweeping = undefined;
    });
  return sweeping;
}

const functions: ReceiveFunctions = {
  lock: () => {
    unlock = orStoreFailed(() => lockFolder(data.files.lock));
  },
  open: (setup) => orStoreFailed(() => open(setup)),
  listen: (wish) => receiver.listen(wish),
  setDoors: (doors) => intake.setDoors(doors),
  setLimits: (wanted) => {
    limits = wanted;
    void sweepOnce();
  },
  recheck: async (endpointId, apply) => {
    const door = intake.doorOf(endpointId);
    return door ? recheck(committer, door, keys, apply) : { checked: 0, verified: 0 };
  },
  keepFetched: (fetched) => {
    const kept = committer.attempt((writer) => writer.recordFetched(fetched));
    // A session of long ago is not shown as live even for a moment.
    if (kept.added > 0) void sweepOnce();
    return kept;
  },
  setPublicHost: (host) => intake.setPublicHost(host),
  issueNonce: () => proof.issue(),
  counters: () => {
    // Whoever asks how things are hears first what has happened.
    outbox.flush();
    return { ...counters, bytes: committer.keptBytes() };
  },
  sweep: sweepOnce,
  beginStop: async () => {
    receiver.beginStop();
    // Calls that were whole by now have been submitted when the loop comes round.
    await new Promise((resolve) => setImmediate(resolve));
    committer.flush();
  },
  close: async () => {
    clearInterval(timer);
    await receiver.close();
    await sweeping;
    try {
      committer.close();
      outbox.flush();
    } finally {
      unlock?.();
    }
  },
};

const main = serveParent<MainFunctions, ReceiveFunctions>(functions);
