import { renameSync } from 'node:fs';
import type { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import { readFileIfThere, writeFileAtomically } from './atomic-file.ts';

export interface Found<T> {
  /** undefined where there is no such file, or a damaged one. */
  content?: T;
  /** Where a damaged file was moved to: it is kept, never overwritten. */
  setAside?: string;
}

/** @throws AppError `store_failed` where the file is there and the system will not let us read it */
export function openJsonFile<S extends z.ZodType>(file: string, schema: S, now: number): Found<z.output<S>> {
  try {
    const text = readFileIfThere(file);
    if (text === undefined) return {};
    const { data } = schema.safeParse(parse(text));
    if (data !== undefined) return { content: data };
    const setAside = `${file}.damaged-${new Date(now).toISOString().replace(/[:.]/g, '-')}`;
    renameSync(file, setAside);
    return { setAside };
  } catch (error) {
    const { message } = error as Error;
    throw new AppError('store_failed', `${file} cannot be read: ${message}`, { cause: error });
  }
}

/** @param what for the message: `The change` @throws AppError `store_failed`; the file is then as it was */
export function saveJsonFile(file: string, content: unknown, what: string): void {
  try {
    writeFileAtomically(file, `${JSON.stringify(content, null, 2)}\n`);
  } catch (error) {
    const { message } = error as Error;
    throw new AppError('store_failed', `${what} could not be saved: ${message}`, { cause: error });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
