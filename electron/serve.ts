import { resolve } from 'node:path';
import envPaths from 'env-paths';
import { version } from '../package.json' with { type: 'json' };
import { AppError } from '../shared/errors.ts';
import { parseOptions } from './core/options.ts';
import { freshLink, readHostFile } from './web/host-file.ts';
import { startWebHost, type WebHost } from './web/web-host.ts';

/** The browser host: the same app on plain Node, with its window in the user's browser. */

const STOP_MS = 5_000;

function say(host: WebHost, dataDir: string): void {
  const lines = [
    '',
    `  Greenroom ${version}`,
    '',
    `  Open       ${host.link()}`,
    '             (good once, for ten minutes; npm run link prints another)',
    `  Receiver   ${host.receiver}`,
    `  Data       ${dataDir}`,
    `  Secrets    ${host.secretsKeptBy}`,
    ...(host.movedFrom === undefined
      ? []
      : [`  Note       port ${host.movedFrom} is taken, so the window is at ${host.ui}`]),
    '',
  ];
  console.log(lines.join('\n'));
}

function stopWith(host: WebHost): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_MS).unref();
    host.stop().then(
      () => process.exit(0),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

async function tellRunning(dataDir: string): Promise<void> {
  const running = readHostFile(dataDir);
  const link = running && (await freshLink(running));
  console.log(
    link
      ? `Greenroom is already running for this data folder: ${running.ui}\n\n  Open       ${link}\n`
      : `Greenroom is already running for the data folder ${dataDir}, as the desktop app or just starting.`,
  );
}

async function main(): Promise<void> {
  const { dataDir: wanted, uiPort, ...options } = parseOptions(process.argv.slice(2), process.env);
  const dataDir = resolve(wanted ?? envPaths('greenroom-browser', { suffix: '' }).data);
  try {
    const host = await startWebHost({
      version,
      dataDir,
      uiPort,
      options,
      key: process.env.GREENROOM_KEY,
      files: new URL('../renderer/', import.meta.url),
      threads: {
        receive: new URL('./receive-thread.js', import.meta.url),
        read: new URL('./read-thread.js', import.meta.url),
        search: new URL('./search-thread.js', import.meta.url),
      },
    });
    stopWith(host);
    say(host, dataDir);
  } catch (error) {
    if (error instanceof AppError && error.code === 'folder_in_use') return tellRunning(dataDir);
    throw error;
  }
}

main().catch((error) => {
  console.error(error instanceof AppError ? error.message : error);
  process.exit(1);
});
