import { join } from 'node:path';
import { z } from 'zod';
import type { Parsed } from '../../../shared/contract.ts';
import { endpointOptions } from '../../../shared/endpoints.ts';
import { defaultSettings, type Settings, settingsSchema } from '../../../shared/settings.ts';
import { openJsonFile, saveJsonFile } from './json-file.ts';

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

type KeptSettings = Parsed<'settings.set'>;

/** What a newer version added is left out, and each that is not right gives way to its default: endpoints matter more. */
const keptSettings = z
  .record(z.string(), z.unknown())
  .catch({})
  .transform((kept): KeptSettings => {
    const fields = Object.entries(settingsSchema.shape).flatMap(([name, field]) => {
      const { data } = field.safeParse(kept[name]);
      return data === undefined ? [] : [[name, data]];
    });
    return Object.fromEntries(fields);
  });

const configFile = z.object({
  version: z.literal(1),
  endpoints: z.array(endpointRecord),
  settings: keptSettings,
  /** The names that tunnel servers gave us, asked for again; by provider and server. */
  tunnelNames: z.record(z.string(), z.string()).catch({}).default({}),
});

export type EndpointRecord = z.infer<typeof endpointRecord>;

export interface Config {
  endpoints(): readonly EndpointRecord[];
  /** @throws AppError `store_failed`; nothing is changed then */
  saveEndpoints(records: readonly EndpointRecord[]): void;
  settings(): Settings;
  /** @throws AppError `store_failed`; nothing is changed then */
  saveSettings(patch: KeptSettings): Settings;
  tunnelName(of: string): string | undefined;
  /** @throws AppError `store_failed`; nothing is changed then */
  saveTunnelName(of: string, name: string): void;
  /** Where an unreadable file was moved to, if there was one. */
  setAside?: string;
}

/** @throws AppError `store_failed` */
export function openConfig(dataDir: string, now = Date.now()): Config {
  const file = join(dataDir, 'config.json');
  const { content, setAside } = openJsonFile(file, configFile, now);
  let config: z.infer<typeof configFile> = content ?? {
    version: 1,
    endpoints: [],
    settings: {},
    tunnelNames: {},
  };

  function save(change: Partial<typeof config>): void {
    const next = { ...config, ...change };
    saveJsonFile(file, next, 'The change');
    config = next;
  }

  const settings = () => ({ ...defaultSettings, ...config.settings }) as Settings;
  return {
    endpoints: () => config.endpoints,
    saveEndpoints: (endpoints) => save({ endpoints: [...endpoints] }),
    settings,
    saveSettings: (patch) => {
      save({ settings: { ...config.settings, ...patch } });
      return settings();
    },
    tunnelName: (of) => config.tunnelNames[of],
    saveTunnelName: (of, name) => {
      if (config.tunnelNames[of] !== name) save({ tunnelNames: { ...config.tunnelNames, [of]: name } });
    },
    ...(setAside !== undefined && { setAside }),
  };
}
