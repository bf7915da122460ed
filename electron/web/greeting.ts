import { defaultPorts, type Options } from '../core/options.ts';
import type { WebHost } from './web-host.ts';

/** The block that a terminal shows once the browser host is ready. */
export function greeting(host: WebHost, version: string, dataDir: string, options: Options): string {
  const moved = [
    movedNote('the window is', host.ui, defaultPorts.ui, options.uiPort),
    movedNote('the receiver is', host.receiver, defaultPorts.receiver, options.receiverPort),
  ];
  const lines = [
    '',
    `  Greenroom ${version}`,
    '',
    `  Open       ${host.link()}`,
    '             (good once, for ten minutes; npm run link prints another)',
    `  Receiver   ${host.receiver}`,
    `  Data       ${dataDir}`,
    `  Secrets    ${host.secretsKeptBy}`,
    ...moved.flatMap((note) => (note === undefined ? [] : [`  Note       ${note}`])),
    '',
  ];
  return lines.join('\n');
}

function movedNote(what: string, url: string, usual: number, wanted: number | undefined): string | undefined {
  if (wanted !== undefined || new URL(url).port === String(usual)) return undefined;
  return `port ${usual} is taken, so ${what} at ${url}`;
}
