import type { Delivery } from '../../../shared/events.ts';
import { asUtf8, decodeBase64 } from '../../text/bytes.ts';
import { isPasteable, shellQuote } from '../../text/shell.ts';

/** What curl or the connection writes itself. */
const written = new Set([
  'host',
  'content-length',
  'connection',
  'transfer-encoding',
  'expect',
  'keep-alive',
]);

/**
 * A command for a POSIX shell that sends the same call again: header lines in their order, the body byte for byte.
 * Secret values are not kept, so they read `•••` here too.
 */
export function toCurl(
  { headers, bodyBase64 }: Pick<Delivery, 'headers' | 'bodyBase64'>,
  url: string,
): string {
  const sent = headers.filter(([name]) => !written.has(name.toLowerCase()));
  const lines = sent.map(([name, value]) => `-H ${shellQuote(headerLine(name, value))}`);
  // Left alone, curl would claim a form.
  if (!sent.some(([name]) => name.toLowerCase() === 'content-type')) lines.push(`-H 'Content-Type:'`);

  const bytes = decodeBase64(bodyBase64);
  const text = asUtf8(bytes);
  const pasted = text !== undefined && isPasteable(text);
  const body = pasted ? `--data-raw ${shellQuote(text)}` : '--data-binary @-';
  const curl = ['curl -sS -i -X POST', ...lines, body, shellQuote(url)].join(' \\\n  ');
  return pasted ? curl : `printf %s ${shellQuote(bodyBase64)} | base64 -d | ${curl}`;
}

/** To curl, `Name:` means without that header, and `Name;` means with an empty one. */
function headerLine(name: string, value: string): string {
  return value === '' ? `${name};` : `${name}: ${value}`;
}
