import type { Bridge } from '../../shared/contract.ts';

export type Call = Bridge['call'];

/** Where a list stands with its first page. */
export type Phase = 'loading' | 'ready' | 'failed';

export const pageSize = 100;
/** More rows than this never stay in memory. */
export const mostRows = 2000;
