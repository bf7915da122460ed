import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCurl } from './curl.ts';

const url = 'http://127.0.0.1:4781/hooks/key';
const base64 = (body: string | Uint8Array) => Buffer.from(body).toString('base64');

test('a text body is pasted as it is, after the header lines in their order', () => {
  const headers: [string, string][] = [
    ['Host', 'example.com'],
    ['X-Second', "it's"],
    ['Content-Type', 'application/json'],
    ['X-Greenroom-Key', '•••'],
    ['X-Empty', ''],
    ['Content-Length', '7'],
  ];
  expect(toCurl({ headers, bodyBase64: base64('{"a":1}') }, url)).toBe(
    [
      'curl -sS -i -X POST',
      "-H 'X-Second: it'\\''s'",
      "-H 'Content-Type: application/json'",
      "-H 'X-Greenroom-Key: •••'",
      '-H X-Empty;',
      `--data-raw '{"a":1}'`,
      url,
    ]
      .map((line) => (line === '-H X-Empty;' ? "-H 'X-Empty;'" : line))
      .join(' \\\n  '),
  );
});

test('without a content type, curl is kept from claiming one', () => {
  expect(toCurl({ headers: [], bodyBase64: '' }, url)).toContain("-H 'Content-Type:'");
});

/** Runs the command with a stand-in for curl that tells what it was given. */
function run(command: string): { args: string[]; stdin: string } {
  const stub =
    'curl() { for a in "$@"; do printf "%s\\0" "$a"; done; case " $* " in *" @- "*) printf "|"; base64 -w0;; esac; }';
  const out = execFileSync('sh', { input: `${stub}\n${command}\n`, encoding: 'utf8' });
  const parts = out.split('\0');
  const stdin = parts.pop() ?? '';
  return { args: parts, stdin: stdin.replace(/^\|/, '') };
}

test('a real shell hands curl any body, byte for byte', () => {
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.string({ unit: 'grapheme' }).map((text) => new TextEncoder().encode(text)),
    fc
      .constantFrom("'", '@file', '$(x)`y`', 'a\nb', '\0', '\u001b[0m')
      .map((text) => new TextEncoder().encode(text)),
  );
  fc.assert(
    fc.property(body, (bytes) => {
      const { args, stdin } = run(toCurl({ headers: [], bodyBase64: base64(bytes) }, url));
      const raw = args.indexOf('--data-raw');
      const sent = raw >= 0 ? base64(args[raw + 1] ?? '') : stdin;
      expect(sent).toBe(base64(bytes));
      expect(args.at(-1)).toBe(url);
    }),
    { numRuns: 80 },
  );
});

test('a long body goes through a pipe, since one argument is limited', () => {
  const command = toCurl({ headers: [], bodyBase64: base64('ä'.repeat(100_000)) }, url);
  expect(command).toContain('| base64 -d | curl');
  expect(Buffer.from(run(command).stdin, 'base64').toString()).toBe('ä'.repeat(100_000));
});
