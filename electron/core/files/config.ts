import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { endpointOptions } from '../../../shared/endpoints.ts';
import { AppError } from '../../../shared/errors.ts';
import { defaultSettings, type Settings, settingsPatch } from '../../../shared/settings.ts';
import { readFileIfThere, writeFileAtomically } from './atomic-file.ts';

/**
 * Endpoints and settings, in a file of their own beside the store: they outlive a damaged database, so that vendors
 * still find their URL. No secret stands here.
 */

const endpointRecord = z.object({
  id: z.string(),
  vendor: z.string(),
  name: z.string(),
  enabled: z.boolean(),
  key: z.string(),
  /** The user asked for deliveries to be accepted unproved. */
  unproved: z.boolean(),
  headerName: z.string().optional(),
  /** What the vault holds for it. */
  has: z.object({ secret: z.boolean(), header: z.boolean(), credentials: z.boolean() }),
  options: endpointOptions,
  createdAt: z.iso.datetime(),
});

const configFile = z.object({
  version: z.literal(1),
  endpoints: z.array(endpointRecord),
  settings: settingsPatch,
});

export type EndpointRecord = z.infer<typeof endpointRecord>;

export interface Config {
  endpoints(): readonly EndpointRecord[];
  saveEndpoints(records: readonly EndpointRecord[]): void;
  settings(): Settings;
  saveSettings(patch: z.infer<typeof settingsPatch>): Settings;
  /** Where an unreadable file was moved to, if there was one. */
  setAside?: string;
}

export function openConfig(dataDir: string, now = Date.now()): Config {
  const file = join(dataDir, 'config.json');
  const text = readFileIfThere(file);
  const found = text === undefined ? undefined : configFile.safeParse(parse(text));
  let setAside: string | undefined;
  if (found && !found.success) {
    setAside = `${file}.damaged-${new Date(now).toISOString().replace(/[:.]/g, '-')}`;
    renameSync(file, setAside);
  }
  let config: z.infer<typeof configFile> = found?.data ?? { version: 1, endpoints: [], settings: {} };

  function save(change: Partial<typeof config>): void {
    const next = { ...config, ...change };
    try {
      writeFileAtomically(file, `${JSON.stringify(next, null, 2)}\n`);
    } catch (error) {
      const { message } = error as Error;
      throw new AppError('store_failed', `The change could not be saved: ${message}`, { cause: error });
    }
    config = next;
  }

  return {
    endpoints: () => config.endpoints,
    saveEndpoints: (endpoints) => save({ endpoints: [...endpoints] }),
    settings: () => ({ ...defaultSettings, ...config.settings }) as Settings,
    saveSettings: (patch) => {
      save({ settings: { ...config.settings, ...patch } });
      return { ...defaultSettings, ...config.settings } as Settings;
    },
    ...(setAside !== undefined && { setAside }),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
