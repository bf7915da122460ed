import type { Registration, RegistrationStep } from '../../../shared/endpoints.ts';
import { AppError, type WireError } from '../../../shared/errors.ts';
import { TunnelError } from '../tunnels/tunnel.ts';
import { VendorError } from '../vendors/vendor-api.ts';
import { createSteps, type Steps } from './steps.ts';

/** Pauses between tries that nobody waits for; the last one is repeated. */
const PAUSES_MS = [5_000, 15_000, 30_000, 60_000, 120_000, 300_000];
/** A person waits: a slip is tried again at once. */
const QUICK_PAUSES_MS = [300, 1_500];

export interface AttemptsContext {
  /** One try, whole. @throws AppError, VendorError, TunnelError */
  work(steps: Steps): Promise<void>;
  stepNames(): readonly RegistrationStep[];
  /** What `shown` gives has changed. */
  changed(): void;
  /** A try that nobody had asked for has failed. */
  failed(error: WireError, final: boolean): void;
}

/** The tries of one endpoint, one at a time, with pauses that grow while they fail. */
export function createAttempts(context: AttemptsContext) {
  let running: Promise<void> | undefined;
  let steps: Steps | undefined;
  let failure: { error: WireError; mayPass: boolean } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let nextTryAt: number | undefined;
  let failures = 0;
  /** Asked for while a try was under way, which may have seen the old state. */
  let again = false;
  let stopped = false;

  async function once(): Promise<void> {
    clearTimeout(timer);
    nextTryAt = undefined;
    again = false;
    failure = undefined;
    steps = createSteps(context.stepNames(), context.changed);
    context.changed();
    try {
      await context.work(steps);
      failures = 0;
      steps = undefined;
    } catch (error) {
      failures++;
      failure = { error: wireOf(error), mayPass: mayPass(error) };
      throw error;
    }
  }

  function schedule(error: unknown): void {
    if (stopped || !mayPass(error)) return;
    const usual = PAUSES_MS[Math.min(failures, PAUSES_MS.length) - 1] ?? 5_000;
    const pause = Math.max(usual, retryAfter(error));
    nextTryAt = Date.now() + pause;
    timer = setTimeout(() => void trigger(), pause).unref();
  }

  /** @param quick pauses after which a failed try is repeated before it counts */
  async function run(quick: readonly number[]): Promise<void> {
    for (const pause of [...quick, undefined]) {
      try {
        await once();
        return;
      } catch (error) {
        const goesOn =
          pause !== undefined &&
          !stopped &&
          error instanceof VendorError &&
          error.mayPass &&
          // The vendor has tried several times by itself.
          error.code !== 'test_failed' &&
          retryAfter(error) <= 2_000;
        if (!goesOn) {
          schedule(error);
          throw error;
        }
        await new Promise((resolve) => setTimeout(resolve, Math.max(pause, retryAfter(error))));
      }
    }
  }

  function begin(quick: readonly number[]): Promise<void> {
    running = run(quick).finally(() => {
      running = undefined;
      context.changed();
      if (again && !stopped) void trigger();
    });
    return running;
  }

  /** Something has changed: tries soon, in the background. */
  async function trigger(): Promise<void> {
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    await begin([]).catch((error: unknown) => {
      if (!stopped) context.failed(wireOf(error), !mayPass(error));
    });
  }

  return {
    trigger,

    /** A person waits for it. @throws what the last try met */
    async now(): Promise<void> {
      while (running) await running.catch(() => undefined);
      await begin(QUICK_PAUSES_MS);
    },

    isRunning: () => running !== undefined,

    shown(): { failure?: { error: WireError; mayPass: boolean }; nextTryAt?: string } & Pick<
      Registration,
      'steps'
    > {
      return {
        ...(steps && { steps: steps.shown() }),
        ...(failure && { failure }),
        ...(nextTryAt !== undefined && { nextTryAt: new Date(nextTryAt).toISOString() }),
      };
    },

    /** What failed before no longer counts. */
    clear(): void {
      clearTimeout(timer);
      nextTryAt = undefined;
      failure = undefined;
      failures = 0;
      steps = undefined;
    },

    /** No further try begins; @returns when the one under way has ended. */
    async stop(): Promise<void> {
      stopped = true;
      clearTimeout(timer);
      await running?.catch(() => undefined);
    },
  };
}

export type Attempts = ReturnType<typeof createAttempts>;

function wireOf(error: unknown): WireError {
  if (error instanceof AppError) return { code: error.code, message: error.message };
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) };
}

/** What trying again can mend without a person. */
export function mayPass(error: unknown): boolean {
  if (error instanceof VendorError) return error.mayPass;
  if (error instanceof TunnelError) return error.again !== 'never';
  if (!(error instanceof AppError)) return false;
  return ['tunnel_down', 'test_failed', 'store_failed', 'receiver_down', 'timed_out'].includes(error.code);
}

function retryAfter(error: unknown): number {
  return error instanceof VendorError ? (error.retryAfterMs ?? 0) : 0;
}
