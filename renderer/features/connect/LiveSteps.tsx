import { Check, LoaderCircle, X } from 'lucide-react';
import { connect as words } from '../../words/connect.ts';
import type { Steps } from './use-seen-steps.ts';

type StepState = Steps[number]['state'];

/** What is being done, as it happens. Only the step under way is spoken of. */
export function LiveSteps({ steps }: { steps: Steps }) {
  const current = steps.find(({ state }) => state === 'doing' || state === 'failed');
  return (
    <>
      <ol className="live-steps" aria-label={words.steps}>
        {steps.map(({ step, state }) => (
          <li key={step} data-state={state}>
            <StepMark state={state} />
            {words.step[step]}
            <span className="unseen">, {words.stepState[state]}</span>
          </li>
        ))}
      </ol>
      <span className="unseen" role="status">
        {current && `${words.step[current.step]}: ${words.stepState[current.state]}`}
      </span>
    </>
  );
}

/** A shape for each state, beside its word. */
export function StepMark({ state }: { state: StepState }) {
  return (
    <span className="step-mark" data-state={state} aria-hidden="true">
      {state === 'done' && <Check />}
      {state === 'doing' && <LoaderCircle />}
      {state === 'failed' && <X />}
    </span>
  );
}
