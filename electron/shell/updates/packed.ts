import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether the packer wrote where newer versions come from. @param resources the folder beside the archive */
export function hasFeed(resources: string): boolean {
  return existsSync(join(resources, 'app-update.yml'));
}

/** `deb` or `rpm`, as the packer wrote it; undefined for whatever else. */
export function readPackageType(resources: string): string | undefined {
  try {
    return readFileSync(join(resources, 'package-type'), 'utf8').trim();
  } catch {
    return undefined;
  }
}
