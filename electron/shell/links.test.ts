import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLink, parseLink, type Registering, registerLinks } from './links.ts';

const id = fc.string({ unit: fc.constantFrom(...'abcXYZ019_-'), minLength: 1, maxLength: 100 });

describe('parseLink', () => {
  it('reads the id of every session', () => {
    fc.assert(
      fc.property(id, (id) => {
        expect(parseLink(`greenroom://session/${id}`)).toEqual({ screen: 'sessions', id });
      }),
    );
  });

  it.each([
    '',
    'greenroom:',
    'greenroom://session',
    'greenroom://session/',
    'greenroom://session/12/',
    'greenroom://session/12?mute=1',
    'greenroom://session/12#/settings',
    'greenroom://session/12\n',
    ' greenroom://session/12',
    'greenroom://session/..',
    'greenroom://session/../settings',
    'greenroom://session/%31',
    'greenroom://session//12',
    'greenroom:///session/12',
    'greenroom:session/12',
    'GREENROOM://session/12',
    'greenroom://SESSION/12',
    'greenroom://session:80/12',
    'greenroom://user@session/12',
    'greenroom://sessions/12',
    'greenroom://alert/12/mute',
    'greenroom://settings',
    'https://session/12',
    'app://greenroom/#/sessions/12',
    `greenroom://session/${'a'.repeat(101)}`,
    'greenroom://session/12" --data-dir=x',
    'greenroom://session/١٢',
  ])('makes nothing of %j', (text) => expect(parseLink(text)).toBeUndefined());

  it('takes nothing that it would not write itself', () => {
    const near = fc
      .tuple(
        fc.constantFrom('greenroom://session/', 'greenroom://', ''),
        fc.string({ unit: 'binary', maxLength: 120 }),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(near, (text) => {
        const target = parseLink(text);
        if (target && 'id' in target) expect(text).toBe(`greenroom://session/${target.id}`);
        else expect(target).toBeUndefined();
      }),
    );
  });
});

describe('findLink', () => {
  it.each([
    [[], undefined],
    [['greenroom', '--hidden'], undefined],
    [['greenroom', 'greenroom://session/12'], '12'],
    [['greenroom', '--original-process-start-time=1', 'greenroom://session/12'], '12'],
    [['greenroom', 'greenroom://session/1', 'greenroom://session/2', 'greenroom://other/3'], '2'],
    [['greenroom', '--url=greenroom://session/12'], undefined],
  ])('of %j is %j', (args, id) => {
    expect(findLink(args)).toEqual(id && { screen: 'sessions', id });
  });
});

describe('registerLinks', () => {
  function register(given: Partial<Omit<Registering, 'app'>>, isPackaged = false) {
    const calls: unknown[][] = [];
    const app = {
      isPackaged,
      setAsDefaultProtocolClient: (...call) => {
        calls.push(call);
        return true;
      },
    } satisfies Registering['app'];
    registerLinks({ app, platform: 'win32', execPath: '/electron', args: ['/electron', '.'], ...given });
    return calls;
  }

  it.each(['win32', 'darwin', 'linux'] as const)('takes the packaged app on %s', (platform) => {
    expect(register({ platform }, true)).toEqual([['greenroom']]);
  });

  it('takes Electron with its argument in development on Windows', () => {
    expect(register({})).toEqual([['greenroom', '/electron', [resolve('.')]]]);
    expect(register({ args: ['/electron'] })).toEqual([]);
  });

  it.each(['darwin', 'linux'] as const)('leaves the system alone in development on %s', (platform) => {
    expect(register({ platform })).toEqual([]);
  });
});
