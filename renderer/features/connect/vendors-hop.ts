import type { Endpoint } from '../../../shared/endpoints.ts';
import type { HopState } from '../../words/path.ts';
import { type Stage, stageOf } from './stage.ts';

const inTrouble: readonly Stage[] = ['failed', 'paused', 'moved'];
const underWay: readonly Stage[] = ['running', 'waiting', 'leaving'];

/** Whether the vendors of all endpoints know the way, as one station of it. */
export function vendorsHop(endpoints: readonly Pick<Endpoint, 'enabled' | 'registration'>[]): HopState {
  const stages = endpoints.filter(({ enabled }) => enabled).map(({ registration }) => stageOf(registration));
  if (stages.some((stage) => inTrouble.includes(stage))) return 'broken';
  if (stages.includes('registered')) return 'ok';
  return stages.some((stage) => underWay.includes(stage)) ? 'busy' : 'none';
}
