import type { Endpoint, VendorExample, VendorInfo } from '../../../shared/endpoints.ts';
import { shellQuote } from '../../text/shell.ts';

const plainBody = '{"hello":"from curl"}';
const json = "-H 'Content-Type: application/json'";

/** @param value Of the header; undefined where it can no longer be read, and a variable stands in its place. */
export function tryWithHeader(
  { localUrl }: Pick<Endpoint, 'localUrl'>,
  vendor: Pick<VendorInfo, 'example'> | undefined,
  name: string,
  value: string | undefined,
): string {
  const body = vendor?.example?.body ?? plainBody;
  const header = value === undefined ? `"${name}: $KEY"` : shellQuote(`${name}: ${value}`);
  const curl = join([
    'curl -sS -i',
    json,
    `-H ${header}`,
    `--data-raw ${shellQuote(body)}`,
    shellQuote(localUrl),
  ]);
  return value === undefined ? `KEY='your header value'\n${curl}` : curl;
}

/** Signs by openssl with a secret that the user puts into the first line. */
export function tryWithSignature(
  { localUrl }: Pick<Endpoint, 'localUrl'>,
  { body, signature }: VendorExample,
): string {
  const { header, prefix, timestampHeader } = signature;
  const signed = timestampHeader ? '"$TIME.$BODY"' : '"$BODY"';
  return [
    "SECRET='your secret'",
    `BODY=${shellQuote(body)}`,
    ...(timestampHeader ? ['TIME=$(date +%s)'] : []),
    `SIGNATURE=$(printf %s ${signed} | openssl dgst -sha256 -hmac "$SECRET" | sed 's/^.* //')`,
    join([
      'curl -sS -i',
      json,
      ...(timestampHeader ? [`-H "${timestampHeader}: $TIME"`] : []),
      `-H "${header}: ${prefix}$SIGNATURE"`,
      '--data-raw "$BODY"',
      shellQuote(localUrl),
    ]),
  ].join('\n');
}

/** An endpoint that accepts deliveries unproved. */
export function tryUnproved(
  { localUrl }: Pick<Endpoint, 'localUrl'>,
  vendor: Pick<VendorInfo, 'example'> | undefined,
): string {
  const body = vendor?.example?.body ?? plainBody;
  return join(['curl -sS -i', json, `--data-raw ${shellQuote(body)}`, shellQuote(localUrl)]);
}

function join(parts: string[]): string {
  return parts.join(' \\\n  ');
}
