/** The numbers that can be set, in the units that people read; shared/settings.ts has the last word. */
export const MiB = 1024 ** 2;
export const KiB = 1024;

export interface Limit {
  least: number;
  most: number;
  /** How many of the core's units one of ours is. */
  unit: number;
}

export const limits = {
  retentionDays: { least: 1, most: 3650, unit: 1 },
  retentionBytes: { least: 64, most: 1024 ** 2, unit: MiB },
  sessionQuietMinutes: { least: 1, most: 24 * 60, unit: 1 },
  maxBodyBytes: { least: 1, most: 64 * 1024, unit: KiB },
} satisfies Record<string, Limit>;

export type NumberSetting = keyof typeof limits;

/** A typed number in the core's units; undefined where it is none or out of bounds. */
export function readNumber(text: string, { least, most, unit }: Limit): number | undefined {
  const value = /^\s*\d{1,12}\s*$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value * unit : undefined;
}
