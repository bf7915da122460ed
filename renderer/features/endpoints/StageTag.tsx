import type { Endpoint } from '../../../shared/endpoints.ts';
import { assertNever } from '../../../shared/errors.ts';
import { endpoints } from '../../words/endpoints.ts';
import { stageOf } from '../connect/stage.ts';

const words = endpoints.stages;

/** How an endpoint stands with its vendor, where that asks for a look. */
export function StageTag({ endpoint }: { endpoint: Endpoint }) {
  const stage = stageOf(endpoint.registration);
  switch (stage) {
    case 'registered':
      return <span className="tag good">{words.registered}</span>;
    case 'failed':
      return <span className="tag bad">{words.notConnected}</span>;
    case 'paused':
      return <span className="tag warn">{words.notConnected}</span>;
    case 'moved':
      return <span className="tag warn">{words.moved}</span>;
    case 'waiting':
      return <span className="tag">{words.waiting}</span>;
    case 'none':
      return <span className="tag">{words.notConnected}</span>;
    case 'running':
    case 'leaving':
      return null;
    default:
      return assertNever(stage);
  }
}
