import { renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';

const MAX_BYTES = 5 * 1024 ** 2;

/** Names under which a secret could ever be logged by mistake. */
const secretNames = [
  'secret',
  'secrets',
  'header',
  'headers',
  'value',
  'token',
  'bearer',
  'password',
  'apiSecret',
  'secretKey',
  'credentials',
  'authorization',
  'cookie',
];

/** The log of this data folder; the one before it stays as `greenroom.log.1`. Holds no secret and no message text. */
export function openLog(dataDir: string): pino.Logger {
  const file = join(dataDir, 'greenroom.log');
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) renameSync(file, `${file}.1`);
  return pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: secretNames.flatMap((name) => [name, `*.${name}`]),
    },
    pino.destination({ dest: file, mode: 0o600, sync: true }),
  );
}

export type Log = pino.Logger;
