import type { CDPSession } from '@playwright/test';

/** Of a page, after a collection, in MB. */
export async function heap(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return Math.round((usedSize / 1024 ** 2) * 10) / 10;
}
