import { version } from '../package.json' with { type: 'json' };
import { AppError } from '../shared/errors.ts';
import { parseOptions } from './core/options.ts';
import { dataDirOf } from './web/data-dir.ts';
import { greeting } from './web/greeting.ts';
import { freshLink, readHostFile } from './web/host-file.ts';
import { startWebHost, type WebHost } from './web/web-host.ts';

/** The browser host: the same app on plain Node, with its window in the user's browser. */

const STOP_MS = 5_000;

/** Also while it is starting: it is then stopped as soon as it runs. */
function stopOnSignal(starting: Promise<WebHost>): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_MS).unref();
    const host = await starting;
    await host.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop().catch(fail));
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
  const options = parseOptions(process.argv.slice(2), process.env);
  const { dataDir: wanted, uiPort, ...runOptions } = options;
  const dataDir = dataDirOf(wanted);
  const starting = startWebHost({
    version,
    // Asked of the part of Intl that is in use anyway: others take megabytes.
    systemLanguages: [new Intl.Segmenter().resolvedOptions().locale],
    dataDir,
    uiPort,
    options: runOptions,
    key: process.env.GREENROOM_KEY,
    files: new URL('../renderer/', import.meta.url),
    threads: {
      receive: new URL('./receive-thread.js', import.meta.url),
      read: new URL('./read-thread.js', import.meta.url),
      search: new URL('./search-thread.js', import.meta.url),
      localtunnel: new URL('./localtunnel-thread.js', import.meta.url),
    },
  });
  stopOnSignal(starting);
  try {
    console.log(greeting(await starting, version, dataDir, options));
  } catch (error) {
    if (error instanceof AppError && error.code === 'folder_in_use') return tellRunning(dataDir);
    throw error;
  }
}

function fail(error: unknown): void {
  console.error(error instanceof AppError ? error.message : error);
  process.exit(1);
}

main().catch(fail);
