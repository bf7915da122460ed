import { resolve } from 'node:path';
import envPaths from 'env-paths';

/** Where the browser host keeps its data: as given, else the system's usual place. Absolute. */
export function dataDirOf(given: string | undefined): string {
  return resolve(given ?? envPaths('greenroom-browser', { suffix: '' }).data);
}
