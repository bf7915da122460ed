import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readFileIfThere, writeFileAtomically } from '../core/files/atomic-file.ts';

const hostFile = z.object({ ui: z.string(), receiver: z.string(), token: z.string(), pid: z.number() });

/** Where a running browser host is, and how a program of the same user may speak to it. */
export type HostFile = z.infer<typeof hostFile>;

const fileIn = (dataDir: string) => join(dataDir, 'host.json');

export function writeHostFile(dataDir: string, host: HostFile): void {
  writeFileAtomically(fileIn(dataDir), `${JSON.stringify(host)}\n`);
}

/** undefined where there is none, or none that can be read. */
export function readHostFile(dataDir: string): HostFile | undefined {
  try {
    return hostFile.parse(JSON.parse(readFileIfThere(fileIn(dataDir)) ?? ''));
  } catch {
    return undefined;
  }
}

export function removeHostFile(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true });
}

/** Asks a running host for a fresh one-time link; undefined where nobody answers. */
export async function freshLink(host: HostFile): Promise<string | undefined> {
  try {
    const reply = await fetch(`${host.ui}/link`, {
      method: 'POST',
      headers: { authorization: `Bearer ${host.token}` },
      signal: AbortSignal.timeout(5_000),
    });
    const { value } = (await reply.json()) as { value?: { path?: string } };
    return value?.path === undefined ? undefined : host.ui + value.path;
  } catch {
    return undefined;
  }
}
