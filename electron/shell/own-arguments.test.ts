import { expect, it } from 'vitest';
import { parseOptions } from '../core/options.ts';
import { isHiddenStart, ownArguments } from './own-arguments.ts';

it.each([
  [['electron', '/app'], []],
  [
    ['electron', '/app', '--data-dir', 'x', '--tunnel=off'],
    ['--data-dir=x', '--tunnel=off'],
  ],
  [['--ozone-platform=x11', '--disable-gpu', '--receiver-port', '0', '--inspect=0'], ['--receiver-port=0']],
  [['--public-url=https://a.example/?q=1'], ['--public-url=https://a.example/?q=1']],
  [['--data-dir', '--tunnel', 'off'], ['--data-dir=--tunnel']],
  [['--tunnel'], ['--tunnel']],
  [['--no-sandbox', '--data-directory', 'x', 'data-dir', 'y', '-d'], []],
])('out of %j it takes %j', (args, own) => {
  expect(ownArguments(args)).toEqual(own);
});

it('gives what the options understand', () => {
  const args = [
    'electron',
    '.',
    '--enable-logging',
    '--data-dir',
    './here',
    '--receiver-port=0',
    '--tunnel',
    'off',
  ];
  expect(parseOptions(ownArguments(args), {})).toEqual({ dataDir: './here', receiverPort: 0, tunnel: 'off' });
});

it('knows every option', () => {
  const args = [
    'data-dir=x',
    'ui-port=1',
    'receiver-port=1',
    'tunnel=off',
    'tunnel-host=https://a.example',
    'public-url=https://a.example',
  ];
  expect(Object.keys(parseOptions(ownArguments(args.map((arg) => `--${arg}`)), {}))).toHaveLength(
    args.length,
  );
});

it.each([
  [['greenroom'], false],
  [['greenroom', '--hidden'], true],
  [['greenroom', '--ozone-platform=x11', '--hidden', '--original-process-start-time=1'], true],
  [['greenroom', '--hidden-things', 'hidden', '--hidden=1'], false],
])('%j asks for no window: %j', (args, hidden) => {
  expect(isHiddenStart(args)).toBe(hidden);
  // It is no option of the core, which would refuse to start with it.
  expect(ownArguments(args)).toEqual([]);
});
