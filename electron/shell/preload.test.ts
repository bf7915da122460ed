import { builtinModules } from 'node:module';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { callChannel, pushChannel } from './channels.ts';

/** The preload script as the app gets it: built by the same config, into memory. */
async function buildPreload(): Promise<Rolldown.OutputChunk[]> {
  const { default: config } = await import('../../electron.vite.config.ts');
  const { preload } = config as { preload: { build: { rollupOptions: Rolldown.RolldownOptions } } };
  const { input, output } = preload.build.rollupOptions;
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      write: false,
      ssr: true,
      minify: false,
      rolldownOptions: {
        input: input ?? {},
        output: output ?? {},
        external: ['electron', ...builtinModules],
      },
    },
  });
  return [built]
    .flat()
    .flatMap((part) => ('output' in part ? part.output : []))
    .filter((part) => part.type === 'chunk');
}

let chunks: Rolldown.OutputChunk[] = [];
beforeAll(async () => {
  chunks = await buildPreload();
});

it('is one CommonJS file that needs nothing but Electron', () => {
  expect(chunks.map(({ fileName, imports }) => [fileName, imports])).toEqual([['preload.cjs', ['electron']]]);
  const required = [...(chunks[0]?.code ?? '').matchAll(/\b(?:require|import)\s*\(([^)]*)\)/g)].map(
    ([, what]) => what,
  );
  expect(required).toEqual(['"electron"']);
  expect(chunks[0]?.code).not.toMatch(/^\s*(?:import|export)\s/m);
});

/** Runs the built file with a fake Electron, as the sandbox does: a script that is given `require`. */
function run() {
  const sent: unknown[][] = [];
  const exposed = new Map<string, Record<string, (...args: unknown[]) => unknown>>();
  let hear: (event: unknown, ...args: unknown[]) => void = () => {};
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, api: never) => void exposed.set(name, api) },
    ipcRenderer: {
      on: (channel: string, listener: typeof hear) => {
        expect(channel).toBe(pushChannel);
        hear = listener;
      },
      send: (...args: unknown[]) => void sent.push(['send', ...args]),
      invoke: async (...args: unknown[]) => void sent.push(['invoke', ...args]),
    },
  };
  new Function('require', 'exports', 'module', chunks[0]?.code ?? '')(() => electron, {}, {});
  const bridge = exposed.get('greenroom');
  if (!bridge?.call || !bridge.on) throw new Error('Nothing was exposed.');
  return {
    exposed,
    bridge: { call: bridge.call, on: bridge.on },
    sent,
    push: (...args: unknown[]) => hear({}, ...args),
  };
}

describe('what the page gets', () => {
  it('is two functions and nothing else', () => {
    const { exposed, bridge } = run();
    expect([...exposed.keys()]).toEqual(['greenroom']);
    expect(Object.keys(bridge)).toEqual(['call', 'on']);
  });

  it('calls on one channel', () => {
    const { bridge, sent } = run();
    bridge.call('status.get', {});
    expect(sent).toEqual([['invoke', callChannel, 'status.get', {}]]);
    expect(() => bridge.call({ toString: () => 'status.get' }, {})).toThrow(TypeError);
  });

  it('hears pushes without the event, until it has enough of them', () => {
    const { bridge, sent, push } = run();
    const first = vi.fn();
    const second = vi.fn();
    const enough = bridge.on('status', first) as () => void;
    bridge.on('status', second);
    push('status', 1);
    push('feed', 2);
    enough();
    push('status', 3);
    expect([first.mock.calls, second.mock.calls]).toEqual([[[1]], [[1], [3]]]);
    expect(sent).toEqual([['send', pushChannel]]);
  });

  it('is asked for by each listener on its own, be it the same function', () => {
    const { bridge, push } = run();
    const listener = vi.fn();
    const enough = bridge.on('reset', listener) as () => void;
    bridge.on('reset', listener);
    enough();
    enough();
    push('reset', 1);
    expect(listener).toHaveBeenCalledOnce();
  });

  it.each(['', 'constructor', '__proto__', 'ipc-message', 'greenroom:push', 7, null, undefined])(
    'has no push %j',
    (name) => {
      const { bridge, sent } = run();
      expect(() => bridge.on(name, () => {})).toThrow(TypeError);
      expect(sent).toEqual([]);
    },
  );

  it('takes functions only', () => expect(() => run().bridge.on('status', 'alert(1)')).toThrow(TypeError));
});
